"""Single lines changed between two workbooks; each edit is an edition of its own."""

from dataclasses import asdict, dataclass
from datetime import date

from directory import editing
from directory.actions.edition import lock, settle
from directory.actions.errors import LineChanged, NothingChanged
from directory.actions.hiding import hide_along
from directory.comparing import Status, fill_search, removed
from directory.making import designations_of, new_keys, offices_at
from directory.models import Edition, Entry, Line, Officer
from innovation_portal.record.authorship import recorded


@dataclass(frozen=True)
class Order:
    """From which day an edit holds, by which office order, and why."""

    effective_on: date
    order_number: str = ""
    reason: str = ""


@recorded
def change_line(*, entry, texts, order, by):
    """Put ``texts`` (field to text) in place of what stands there; the new Edition.

    As all of this module, raises LineChanged when ``entry`` no longer stands in the
    list, NothingChanged when it would say what it says now.
    """
    current = _held(entry)
    return _publish(current, [editing.changed(entry, texts)], order, by)


@recorded
def fill_post(*, entry, texts, order, by):
    """Put another person on the post of the line."""
    current = _held(entry)
    return _publish(current, [editing.held_by(entry, texts)], order, by)


@recorded
def vacate_post(*, entry, email_too=False, order, by):
    """Take the person from the post; its own numbers and its room stay."""
    current = _held(entry)
    drafts = [editing.vacated(entry, email_too=email_too)]
    return _publish(current, drafts, order, by)


@recorded
def transfer_officer(*, entry, to, email_too=True, order, by):
    """Move the person of ``entry`` to the post of ``to``; the old post falls vacant."""
    current = _held(entry, to)
    drafts = [
        editing.vacated(entry, email_too=email_too),
        editing.taken_over(to, entry, email_too=email_too),
    ]
    hide_along(line=entry.line, to=to.line)
    return _publish(current, drafts, order, by)


@recorded
def add_line(*, after, texts, order, by):
    """Put a new line behind another one."""
    current = _held(after)
    return _publish(current, editing.added(after, texts), order, by)


@recorded
def remove_line(*, entry, order, by):
    """Take a line out of the list."""
    current = _held(entry)
    return _publish(current, [removed(entry)], order, by)


def _held(*entries):
    """Wait for other publications; the edition in which the entries still stand."""
    current = lock()
    keys = {entry.pk for entry in entries}
    if Entry.objects.current().filter(pk__in=keys).count() != len(entries):
        raise LineChanged
    return current


def _publish(current, drafts, order, by):
    if all(draft.status == Status.UNCHANGED for draft in drafts):
        raise NothingChanged
    edition = Edition.objects.create(
        number=current.number + 1,
        updated_on=max(order.effective_on, current.updated_on),
        published_by=by,
        **asdict(order),
        **_counts(drafts),
    )
    ended = [draft.entry_id for draft in drafts if draft.entry_id]
    Entry.objects.filter(pk__in=ended).update(last_edition=current)
    for draft in drafts:
        if draft.status != Status.REMOVED:
            _write(draft, edition)
    return settle(edition)


def _counts(drafts):
    """As an edition counts; called while the list is still the one before."""
    counts = {
        status.value: sum(draft.status == status for draft in drafts)
        for status in (Status.ADDED, Status.CHANGED, Status.REMOVED)
    }
    lines = Entry.objects.current().count()
    return counts | {
        "new_holders": sum(draft.new_holder for draft in drafts),
        "unchanged": lines - counts["changed"] - counts["removed"],
    }


def _write(draft, edition):
    _link(draft)
    fill_search(draft)
    said = {field.attname: getattr(draft, field.attname) for field in Line._meta.fields}
    (key,) = new_keys(Entry, 1)
    line = draft.entry.line if draft.entry else key
    Entry.objects.create(pk=key, line=line, first_edition=edition, **said)


def _link(draft):
    """Make the office, the designation and the officer that it names and none is."""
    place = draft.wing, draft.section
    if draft.office_id is None and any(place):
        draft.office = offices_at([place])[place]
    if draft.designation_id is None and draft.post and (draft.name or draft.vacant):
        draft.designation_id = designations_of([draft.post])[draft.post]
    if draft.person:
        person = {"honorific": draft.honorific, "name": draft.name}
        draft.officer = Officer.objects.create(**person)
