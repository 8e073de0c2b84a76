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
    rows = [Hidden(column=column, line=line) for column in sorted(columns)]
    Hidden.objects.bulk_create(rows, ignore_conflicts=True)
    cover_list()
    ask_anew()
