"""Search columns made again after the rules of folding have changed.

In batches of one statement each, without a lock: readers and clerks go on. Killed half
way, it is run again and writes only what is not right yet.
"""

from django.db import connection, transaction

from directory.actions.covering import cover_lines
from directory.actions.edition import PUBLISHING
from directory.actions.word import count_words_of, recount_words
from directory.comparing import fill_search
from directory.models import Entry, SearchRules, UploadLine
from directory.models.line import SEARCH_COLUMNS

BATCH = 1000
UPDATE = """UPDATE {table} line SET {made}
            FROM unnest(%s, {arrays}) AS made (id, {columns})
            WHERE line.id = made.id"""


def rekey(*, told=lambda model, done, total: None):
    """Make the search columns of all lines and the table of words again.

    ``told`` hears of each batch: a model, how many of its rows are done, of how many.
    """
    for model in (UploadLine, Entry):
        _rekey(model, told)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [PUBLISHING])
        recount_words()
        SearchRules.objects.update_or_create(
            pk=SearchRules.ONLY, defaults={"version": SearchRules.NOW}
        )


def _rekey(model, told):
    total, done, last = model.objects.count(), 0, 0
    while lines := list(model.objects.filter(pk__gt=last).order_by("pk")[:BATCH]):
        _rewrite(model, [line for line in lines if _changed(line)])
        done, last = done + len(lines), lines[-1].pk
        told(model, done, max(done, total))


def _changed(line):
    before = [getattr(line, column) for column in SEARCH_COLUMNS]
    fill_search(line)
    return before != [getattr(line, column) for column in SEARCH_COLUMNS]


@transaction.atomic
def _rewrite(model, lines):
    """Write the columns; the words of entries are found at once, counted at the end."""
    if not lines:
        return
    ids = [line.pk for line in lines]
    columns = [[getattr(line, column) for line in lines] for column in SEARCH_COLUMNS]
    statement = UPDATE.format(
        table=model._meta.db_table,
        made=", ".join(f"{column} = made.{column}" for column in SEARCH_COLUMNS),
        arrays=", ".join(["%s"] * len(SEARCH_COLUMNS)),
        columns=", ".join(SEARCH_COLUMNS),
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [ids, *columns])
    if model is Entry:
        cover_lines(ids)
        count_words_of(ids)
