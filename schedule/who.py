"""Who is meant by what was typed: chairs, officers, posts and offices."""

import re
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from directory.models import Entry, Officer
from directory.names import POST_WORDS, additional_charge
from innovation_portal.bangla.folding import clean, search_key
from innovation_portal.models import Office
from schedule.details import Part
from schedule.models import Chair, Sitting

AT_ONCE = 7  # offered for one text
LIKE = 0.3  # similarity from which a person of earlier sittings may be meant
LONGEST = 250  # signs of a name as printed
MOST = 200  # who take part in one sitting


class Match(NamedTuple):
    """What a text may mean; ``note`` says of it what its name does not."""

    part: Part
    note: str = ""


def chairs_like(text):
    """Those who chair often, then the directory's officers, then earlier guests.

    Without a text, those who chair often.
    """
    matches = [_of_chair(chair) for chair in Chair.objects.in_order()]
    matches = [one for one in matches if _says(one, text)]
    if text:
        matches += _of_entries(Entry.objects.current().exclude(officer=None), text)
        matches += _guests(text)
    return list(_each_once(matches))[:AT_ONCE]


def people_like(text):
    """Offices and posts that a text may mean."""
    if not search_key(text):
        return []
    offices = [_of_office(office) for office in _offices(text)]
    exact = [one for one in offices if search_key(one.part.name) == search_key(text)]
    others = [one for one in offices if one not in exact]
    entries = _of_entries(Entry.objects.current().exclude(post=""), text)
    return [*exact, *entries, *others][:AT_ONCE]


def understood(text):
    """The one Part that a text says exactly; else someone from outside, as typed."""
    key = search_key(text)
    offices = _offices(text)
    exact = [office for office in offices if key in _names(office)]
    if len(exact) == 1:
        return _of_office(exact[0]).part
    posts, people = _posts_and_people(text, key)
    if len(posts) == 1:
        return _of_entry(posts[0]).part
    if len({entry.officer_id for entry in people}) == 1:
        said = f"{people[0].honorific} {people[0].name}".strip()
        return Part(said, officer=people[0].officer)
    return _from_outside(text)


BETWEEN_COMMAS = re.compile(r"(?:\([^()]*\)|[^,،])+")


def pieces(text):
    """The names in a text: one a line, or several with commas or semicolons between.

    A comma within brackets, or between a post and its office, parts nothing.
    """
    found = []
    for line in re.split(r"[\n;]", text):
        parts = [clean(part) for part in BETWEEN_COMMAS.findall(line)]
        parts = [part for part in parts if part]
        whole = clean(line)
        found += [whole] if _is_one(whole, parts) else parts
    return found


def explain(part):
    """What a Part was understood as, in few words."""
    if part.office:
        return _("office")
    if part.line:
        return part.officer.name if part.officer else _("vacant post")
    return _("person") if part.officer else part.email or _("from outside")


def _is_one(whole, parts):
    if len(parts) != 2:
        return len(parts) == 1
    last_word = search_key(parts[0]).rpartition(" ")[2]
    return last_word in POST_WORDS or known(understood(whole))


def known(part):
    return bool(part.officer or part.office or part.line)


def _says(match, text):
    """Whether name and note have every word of the text."""
    key = search_key(f"{match.part.name} {match.note}")
    return all(word in key for word in search_key(text).split())


def _of_chair(chair):
    part = Part(chair.shown_as, officer=chair.officer, line=chair.line)
    return Match(part, chair.officer.name)


def _of_entry(entry):
    """A post, with who holds it now."""
    person = f"{entry.honorific} {entry.name}".strip()
    officer = entry.officer and (entry.officer.same_as or entry.officer)
    part = Part(_post_of(entry), officer=officer, line=entry.line)
    return Match(part, person or _("vacant post"))


def _post_of(entry):
    """A post as papers print it: with its charge, or else with its section."""
    place = entry.section or entry.wing
    if not place or ("(" in entry.post and not additional_charge(entry.post)):
        return entry.post
    whole = f"{entry.post}, {place}" if "(" in entry.post else f"{entry.post} ({place})"
    return whole if len(whole) <= LONGEST else entry.post


def _of_entries(entries, text):
    found = entries.find(text)[0:AT_ONCE]
    officers = Officer.objects.select_related("same_as").in_bulk(
        {entry.officer_id for entry in found}
    )
    for entry in found:
        entry.officer = officers.get(entry.officer_id)
    return [_of_entry(entry) for entry in found]


def _guests(text):
    """From outside the directory, who chaired before."""
    chaired = Sitting.objects.values("chair")
    guests = Officer.objects.like(text).filter(
        pk__in=chaired, entry_set=None, chair=None
    )
    for guest in guests.filter(likeness__gte=LIKE)[:AT_ONCE]:
        last = guest.sittings_chaired.latest("entered_at")
        yield Match(Part(last.chair_as, officer=guest), guest.name)


def _each_once(matches):
    """A person of the registry is not offered again for his own line."""
    listed = set()
    for match in matches:
        key = (match.part.officer, match.part.line)
        if not {key, match.part.officer} & listed:
            yield match
        listed |= {key} if match.part.line else {key, match.part.officer}


def _offices(text):
    """Open offices that have every word of the text in one of their names."""
    words = search_key(text).split()
    return [
        office
        for office in Office.objects.open().select_related("parent").in_order()
        if words and any(all(word in name for word in words) for name in _names(office))
    ]


def _names(office):
    said = (office.name_bn, office.name_en, office.abbreviation)
    return [search_key(name) for name in said if name]


def _of_office(office):
    above = office.parent
    note = above.name if above and above.parent_id else ""
    return Match(Part(office.name_bn, office=office), note)


def _posts_and_people(text, key):
    """The lines of the directory whose post, or whose person, a text says exactly."""
    entries = Entry.objects.current().search(text).select_related("officer__same_as")
    entries = list(entries[:AT_ONCE])
    posts, people = [], []
    for entry in entries:
        place = f"{entry.post} {entry.section or entry.wing}"
        if entry.post and key in map(search_key, (entry.post, place)):
            posts.append(entry)
        elif entry.officer and key in map(
            search_key, (entry.name, f"{entry.honorific} {entry.name}")
        ):
            people.append(entry)
    return posts, people


ADDRESS = re.compile(r"\s*[<(]?([^\s<>()]+@[^\s<>()]+)[>)]?\s*$")


def _from_outside(text):
    """As typed; an address of e-mail at the end is taken apart."""
    found = ADDRESS.search(text)
    if not found or not text[: found.start()].strip():
        return Part(text)
    try:
        validate_email(found[1])
    except ValidationError:
        return Part(text)
    return Part(text[: found.start()].strip(" ,"), email=found[1])
