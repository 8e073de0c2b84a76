"""Hidden numbers are found by nobody: they are taken out of what a search reads."""

from django.db import connection

from directory.models import Entry, Hidden

# A line's digits without the hidden numbers, and with those that no longer are; what
# comes from its words (a room, a section) stays.
COVERED = """
    UPDATE {entry} line SET digits = covered.digits
    FROM (SELECT id, array_to_string(seen || ARRAY(
              SELECT said FROM unnest(string_to_array(digits, ' ')) said
              WHERE said <> ALL (every)), ' ') AS digits
          FROM (SELECT id, digits,
                    ARRAY(SELECT DISTINCT {number} FROM jsonb_array_elements(numbers) n)
                        AS every,
                    ARRAY(SELECT DISTINCT {number} FROM jsonb_array_elements(numbers) n
                          WHERE NOT EXISTS (
                              SELECT FROM {hidden} h WHERE h."column" = n ->> 'field'
                              AND (h.line IS NULL OR h.line = entry.line)))
                        AS seen
                FROM {entry} entry WHERE {lines}) number) covered
    WHERE line.id = covered.id AND line.digits <> covered.digits"""
NUMBER = "(n ->> 'digits') || (n ->> 'extension')"


def cover_list():
    """Every line of the present list, after what is hidden has changed."""
    _cover("last_edition_id IS NULL", {})


def cover_edition(edition):
    """The lines that came with an edition, in its transaction.

    Those that come back may still be covered as they were when they went.
    """
    if edition.restores_id or Hidden.objects.exists():
        _cover("first_edition_id = %(number)s", {"number": edition.number})


def cover_lines(ids):
    """Lines whose search columns were made again, in the same transaction."""
    if Hidden.objects.exists():
        _cover("id = ANY(%(ids)s)", {"ids": ids})


def _cover(lines, values):
    names = {"entry": Entry._meta.db_table, "hidden": Hidden._meta.db_table}
    statement = COVERED.format(number=NUMBER, lines=lines, **names)
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
