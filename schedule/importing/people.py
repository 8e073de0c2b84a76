"""Who is meant by a name in a file: those who chair often, then the directory."""

from typing import NamedTuple

from directory.models import Entry, Officer
from innovation_portal.bangla.folding import search_key
from schedule.details import Part
from schedule.models import Chair

AT_ONCE = 20  # lines of the directory that are looked at for one name


class Found(NamedTuple):
    officer: Officer
    shown_as: str
    line: int | None


class People:
    """Asks for each name once."""

    def __init__(self):
        self.registered = list(Chair.objects.in_order().select_related("officer"))
        self.found = {}

    def chairs(self, name, shown_as=""):
        """Those who may be meant by a name; of several, those so shown or posted."""
        found = self._named(name) if name else self._shown(shown_as)
        key = search_key(shown_as)
        narrowed = [one for one in found if key and search_key(one.shown_as) == key]
        return _each_once(narrowed or found)

    def part(self, name):
        """An officer of the directory so called exactly; else one from outside."""
        found = _each_once(self._named(name))
        if len(found) != 1:
            return Part(name)
        return Part(name, officer=found[0].officer)

    def _shown(self, shown_as):
        key = search_key(shown_as)
        return [
            Found(chair.officer, chair.shown_as, chair.line)
            for chair in self.registered
            if search_key(chair.shown_as) == key
        ]

    def _named(self, name):
        if name not in self.found:
            self.found[name] = list(self._find(name))
        return self.found[name]

    def _find(self, name):
        key = search_key(name)
        yield from self._shown(name)
        for chair in self.registered:
            if search_key(chair.officer.name) == key:
                yield Found(chair.officer, chair.shown_as, chair.line)
        listed = Entry.objects.current().search(name).select_related("officer__same_as")
        for entry in listed.exclude(officer=None)[:AT_ONCE]:
            if key in {search_key(entry.name), search_key(_with_honorific(entry))}:
                officer = entry.officer.same_as or entry.officer
                yield Found(officer, entry.post or entry.name, entry.line)
        for officer in Officer.objects.filter(name=name, same_as=None, entry_set=None):
            yield Found(officer, officer.name, None)


def _with_honorific(entry):
    return f"{entry.honorific} {entry.name}".strip()


def _each_once(found):
    """A person of several charges is one; his first is what he is shown as."""
    return list({one.officer.pk: one for one in reversed(found)}.values())[::-1]
