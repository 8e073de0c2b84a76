"""What an edit of single lines would change: drafts, read and judged as a sheet's rows.

A draft is an unsaved UploadLine with ``doubts`` and ``errors``, problems of what was
typed.
"""

from directory.comparing import FIELDS, SLIP, VACANT, Status, compare_typed
from directory.doubts import unknown
from directory.linking import Designations, Offices
from directory.models import Entry, Hidden, Line, UploadLine
from directory.names import alike, name_key, split_honorific
from directory.ordering import squeeze
from directory.people import assign_officers
from directory.reading.lines import problems, read_typed
from directory.reading.problems import ERRORS, Problem

# What goes with the person; the other numbers and the room stay with the post.
OF_PERSON = ("honorific", "name", "residence", "mobile")
NEAREST = 200  # lines that could have to make way for a new one


def changed(entry, texts):
    """The line with ``texts`` in place of what it says in these fields."""
    draft = _draft(entry, texts)
    assign_officers([draft], draft.alike)
    draft.doubts += [Problem(code) for code in _of_person(entry, draft, texts)]
    return draft


def _of_person(entry, draft, texts):
    """What is more than a change of a line, and has a form of its own."""
    if not (draft.name or draft.vacant) and (entry.name or entry.vacant):
        yield "nobody"
    strange = entry.name and draft.name and alike(entry.name, draft.name) < SLIP
    if strange and entry.mobile and "mobile" not in texts:
        yield "other_person"


def held_by(entry, texts):
    """The line with another person on its post."""
    draft = _draft(entry, dict.fromkeys(OF_PERSON, "") | texts)
    draft.new_holder, draft.officer_id = True, None
    assign_officers([draft], draft.alike)
    return draft


def vacated(entry, *, email_too):
    """The line without its person."""
    gone = dict.fromkeys((*OF_PERSON, *["email"] * email_too), "")
    draft = _draft(entry, gone | {"name": VACANT})
    draft.officer_id = None
    return draft


def taken_over(entry, person, *, email_too):
    """The line of a post with the person of another line on it."""
    fields = (*OF_PERSON, *["email"] * email_too)
    draft = _draft(entry, {name: getattr(person, name) for name in fields})
    draft.new_holder, draft.officer_id = True, person.officer_id
    return draft


def added(after, texts):
    """A new line behind another, and the lines that have to make way for it."""
    behind = Entry.objects.current().filter(position__gt=after.position)
    behind = list(behind.in_order()[:NEAREST])
    keys = squeeze([after.position, *(entry.position for entry in behind)])
    new = _draft(None, texts)
    new.position = keys[0]
    assign_officers([new], new.alike)
    pushed = zip(behind, keys[1:], strict=False)
    return [new, *(_moved(entry, position) for entry, position in pushed)]


def _moved(entry, position):
    said = {field.attname: getattr(entry, field.attname) for field in Line._meta.fields}
    said["position"] = position
    return UploadLine(entry=entry, status=Status.UNCHANGED, moved=True, **said)


def _draft(entry, typed):
    said = {name: getattr(entry, name) if entry else "" for name in FIELDS}
    if entry and entry.vacant:
        said["name"] = VACANT
    read = read_typed(_named(said | typed))
    fields = set(typed) | ({"honorific"} if "name" in typed else set())
    finders = Offices(), Designations()
    draft = compare_typed(read, entry, fields, *finders)
    draft.position = entry.position if entry else None
    draft.alike = _with_mobile(read, entry) if "mobile" in typed else []
    found = [*problems(read), *unknown([read], *finders), *_of_others(read, draft)]
    draft.errors = [one for one in found if one.code in ERRORS]
    draft.doubts = [one for one in found if one.code not in ERRORS]
    return draft


def _named(texts):
    """A name typed with its honorific keeps it beside the one that stood before."""
    own, name = split_honorific(texts["name"])
    before = texts["honorific"]
    both = own if before in own else f"{before} {own}".strip()
    return texts | {"honorific": both or before, "name": name if own else texts["name"]}


def _with_mobile(read, entry):
    """The other lines of the present list that have one of its mobile numbers.

    The index of ``digits`` narrows them down, but holds no number that is hidden.
    """
    others = Entry.objects.current().exclude(pk=entry and entry.pk)
    narrowed, found = not Hidden.objects.exists(), []
    for number in read.numbers.get("mobile", ()):
        if digits := number.digits:
            same = others.filter(
                numbers__contains=[{"field": "mobile", "digits": digits}]
            )
            found += same.filter(digits__contains=digits) if narrowed else same
    return found


def _of_others(read, draft):
    for other in draft.alike:
        if other.name and name_key(other.name) != name_key(draft.name):
            yield read.problem("same_mobile", "mobile", other=other.name)
