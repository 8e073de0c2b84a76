"""Rows of a plan: added, written in, moved, copied, taken away, put in as a block.

Each locks the plan, so nobody writes into one that has just been submitted. All raise
Locked; those on a row raise Gone.
"""

from django.db.models import Max

from innovation_portal.bangla.folding import clean_lines
from innovation_portal.record.authorship import recorded
from workplans.actions.plan import writable
from workplans.errors import Gone, Overtaken, TooLong, TooMany
from workplans.models import Item

LONGEST = 5000  # characters of a cell
MOST = 500  # rows of a plan
STEP = 1000  # between two rows, so that one moved rewrites itself alone


@recorded
def add_item(*, plan, by, cells=None, after=None):
    """A new row, at the end or after another one. Raises TooMany."""
    plan = writable(plan)
    if plan.items.count() >= MOST:
        raise TooMany
    order = _end(plan) if after is None else _between(plan, _row(plan, after))
    return Item.objects.create(
        plan=plan, order=order, cells=_checked(plan, cells or {})
    )


@recorded
def write_cell(*, item, column, before, text, by):
    """Write in one cell that said ``before`` when it was shown. Returns the row.

    Raises Overtaken where another wrote in it since, TooLong beyond 5,000 characters.
    """
    plan = writable(item.plan)
    row = _row(plan, item)
    now = row.cells.get(column, "")
    text = _checked(plan, {column: text}).get(column, "")
    if now not in {clean_lines(before), text}:
        raise Overtaken(now)
    row.cells[column] = text
    row.save(update_fields=["cells"])
    return row


@recorded
def move_item(*, item, after, by):
    """Put a row after another one, or with None before all."""
    plan = writable(item.plan)
    row = _row(plan, item)
    row.order = _between(plan, after and _row(plan, after), moved=row)
    row.save(update_fields=["order"])
    return row


@recorded
def copy_item(*, item, by):
    """The same row once more, below itself. Raises TooMany."""
    plan = writable(item.plan)
    return add_item(plan=plan, cells=_row(plan, item).cells, after=item, by=by)


@recorded
def remove_item(*, item, by):
    plan = writable(item.plan)
    _row(plan, item).delete()


@recorded
def put_rows(*, plan, rows, by, replace=False):
    """A block of rows, each a dict of cells: from a paste, a workbook, a document.

    With ``replace`` they take the place of all that stand. Raises TooMany, TooLong.
    """
    plan = writable(plan)
    if replace:
        plan.items.all().delete()
    if plan.items.count() + len(rows) > MOST:
        raise TooMany
    end = _end(plan)
    return Item.objects.bulk_create(
        Item(plan=plan, order=end + place * STEP, cells=_checked(plan, cells))
        for place, cells in enumerate(rows)
    )


def _row(plan, item):
    row = plan.items.filter(pk=item.pk).first()
    if row is None:
        raise Gone
    return row


def _end(plan):
    return (plan.items.aggregate(last=Max("order"))["last"] or 0) + STEP


def _between(plan, row, moved=None):
    """An order after a row and before the next; all are spread anew where none fits."""
    others = plan.items.exclude(pk=moved.pk if moved else None)
    low = row.order if row else 0
    later = others.filter(order__gt=low).order_by("order", "pk").first()
    high = later.order if later else low + 2 * STEP
    if high - low > 1:
        return (low + high) // 2
    for place, other in enumerate(plan.items.all(), 1):
        Item.objects.filter(pk=other.pk).update(order=place * STEP)
    if row:
        row.refresh_from_db()
    return _between(plan, row, moved)


def _checked(plan, cells):
    """Cells of the plan's own columns, cleaned line by line."""
    keys = plan.format.columns.values_list("key", flat=True)
    cells = {key: clean_lines(str(cells.get(key, ""))) for key in keys if key in cells}
    if any(len(text) > LONGEST for text in cells.values()):
        raise TooLong
    return cells
