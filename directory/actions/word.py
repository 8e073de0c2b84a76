"""The distinct words: kept in step by each publication, made again by rekey."""

from django.db import connection

from directory.models import Entry, Word
from innovation_portal.bangla.sounds import bones
from innovation_portal.bangla.spoken import SILENT

# Words of the lines that came with an edition, less those of the lines that went.
COUNTED = """
    INSERT INTO {word} (key, sound, skeleton, lines, first)
    SELECT key, sound, '', sum(counted), min(position)
    FROM (SELECT search_key, sounds, position,
                 CASE WHEN last_edition_id IS NULL THEN 1 ELSE -1 END AS counted
          FROM {entry} WHERE {lines}) line,
         unnest(string_to_array(search_key, ' '), string_to_array(sounds, ' '))
             AS word (key, sound)
    WHERE key > ':' COLLATE "C" AND sound IS NOT NULL
    GROUP BY key, sound
    ORDER BY key, sound
    ON CONFLICT (key, sound) DO UPDATE SET
        lines = {word}.lines + excluded.lines,
        first = least({word}.first, excluded.first)"""
OF_EDITION = """(first_edition_id = %(edition)s AND last_edition_id IS NULL)
                OR last_edition_id = %(edition)s - 1"""
OF_LINES = "id = ANY(%(ids)s) AND last_edition_id IS NULL"
OF_LIST = "last_edition_id IS NULL"
BONES = """UPDATE {word} SET skeleton = made.skeleton
           FROM unnest(%(sounds)s, %(skeletons)s) AS made (sound, skeleton)
           WHERE {word}.sound = made.sound AND {word}.skeleton = ''"""


def count_words(*, edition):
    """Bring the words in step with an edition just written, in its transaction."""
    _count(OF_EDITION, {"edition": edition.number})


def count_words_of(ids):
    """Add the words of these lines; a line that was counted before counts twice."""
    _count(OF_LINES, {"ids": ids})


def recount_words():
    """Count the words of the current list anew, in the caller's transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 0")  # a million lines take long
    Word.objects.all().delete()
    _count(OF_LIST, {})


def _count(lines, values):
    _run(COUNTED, values, lines=lines)
    new = Word.objects.filter(skeleton="").exclude(sound=SILENT)
    sounds = list(new.values_list("sound", flat=True).distinct())
    if sounds:
        _run(BONES, {"sounds": sounds, "skeletons": list(map(bones, sounds))})


def _run(statement, values, **names):
    tables = {"word": Word._meta.db_table, "entry": Entry._meta.db_table}
    with connection.cursor() as cursor:
        cursor.execute(statement.format(**tables, **names), values)
