"""Numbers are hidden from visitors and shown again; it holds from that moment."""

from directory.actions.covering import cover_list
from directory.actions.edition import lock
from directory.actions.paper import ask_anew
from directory.models import Hidden
from innovation_portal.record.authorship import recorded


@recorded
def hide(*, columns, line=None, by):
    """Hide exactly these columns, of one line or (None) of all lines."""
    lock()
    chosen = Hidden.objects.filter(line=line)
    chosen.exclude(column__in=columns).delete()
    _add(sorted(columns), line)
    cover_list()
    ask_anew()


def hide_along(*, line, to):
    """What a person has hidden goes along to his next line, in the same transaction."""
    _add(Hidden.objects.of_line(line).values_list("column", flat=True), to)


def _add(columns, line):
    rows = [Hidden(column=column, line=line) for column in columns]
    Hidden.objects.bulk_create(rows, ignore_conflicts=True)
