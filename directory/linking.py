"""Printed offices and posts, and the offices and designations they mean."""

import re
from collections import defaultdict
from difflib import get_close_matches

from directory.models import Choice, Designation
from innovation_portal.bangla.folding import search_key
from innovation_portal.models import FormerName, Office

CHARGE = re.compile(r"\s*[(（].*$|\s*,.*$", re.DOTALL)
CLOSE = 0.8  # similarity from which a nearest name is worth offering
MANY = 100  # unknown names from which no more are looked for: these are no slips
NEW = "new"  # the clerk's word that it is to be made


def title_of(post):
    """The designation within a post as printed: without its charge and its office.

    ``উপসচিব (ই-গভঃ, আইসিটি ও এমআইএস)`` is an উপসচিব, ``চেয়ারম্যান, বিসিক`` a চেয়ারম্যান.
    """
    return CHARGE.sub("", post).strip() or post


def remembered(kind):
    return dict(Choice.objects.filter(kind=kind).values_list("key", "value"))


class Designations:
    """Finds designations by their title.

    ``unknown`` maps each title that is not known, and that no choice settled, to the
    key of the nearest designation or None; ``settled`` the others to what was chosen.
    """

    def __init__(self, chosen=None):
        self.names = dict(Designation.objects.values_list("pk", "name_bn"))
        self.picked = remembered(Choice.Kind.DESIGNATION) | (chosen or {})
        self.unknown, self.settled, self.found, self.ids = {}, {}, {}, {}
        for pk, *names in Designation.objects.values_list("pk", "name_bn", "name_en"):
            self.ids |= {search_key(name): pk for name in names if name}

    def find(self, post):
        """The key of a post's designation; None where it would be made."""
        if post not in self.found:
            self.found[post] = self._find(post) if post else None
        return self.found[post]

    def _find(self, post):
        title = title_of(post)
        for text in (post, title):
            key = search_key(text)
            if key in self.picked:
                self.settled[text] = self.picked[key]
            if pk := _picked(self.picked, key, self.names) or self.ids.get(key):
                return pk
        if search_key(title) not in self.picked:
            self.unknown[title] = _nearest(title, self.ids, self.unknown)
        return None


class Offices:
    """Finds offices by wing and section as printed; the section within its wing.

    ``unknown`` maps each name that is not known, and that no choice settled, to the
    key of the nearest office or None; ``settled`` the others to what was chosen.
    """

    def __init__(self, chosen=None):
        self.by_pk = {office.pk: office for office in Office.objects.all()}
        self.names = {pk: office.name_bn for pk, office in self.by_pk.items()}
        self.picked = self._open(remembered(Choice.Kind.OFFICE) | (chosen or {}))
        self.unknown, self.settled, self.found = {}, {}, {}
        self.ids = defaultdict(list)
        for pk, names in self._all_names():
            for name in filter(None, names):
                self.ids[search_key(name)].append(pk)

    def _open(self, picked):
        """What was picked and has not been closed since; the rest is asked anew."""
        open_ = {str(pk) for pk, one in self.by_pk.items() if not one.closed_on}
        return {key: value for key, value in picked.items() if value in open_ | {NEW}}

    def _all_names(self):
        for pk, office in self.by_pk.items():
            yield pk, (office.name_bn, office.name_en, office.abbreviation)
        for former in FormerName.objects.all():
            yield former.office_id, (former.name_bn, former.name_en)

    def find(self, wing, section):
        """The key of the deepest office named; None where one would be made."""
        if (wing, section) not in self.found:
            self.found[wing, section] = self._find_both(wing, section)
        return self.found[wing, section]

    def _find_both(self, wing, section):
        above = self._find(wing, None) if wing else None
        if not section:
            return above
        below = self._find(section, self.by_pk.get(above))
        return None if wing and above is None else below

    def _find(self, text, above):
        key = search_key(text)
        pk = _picked(self.picked, key, self.names) or self._highest(key, above)
        if key in self.picked:
            self.settled[text] = self.picked[key]
        elif pk is None:
            near = _nearest(text, self.ids, self.unknown)
            self.unknown[text] = near and near[0]
        return pk

    def _highest(self, key, above):
        """Of the offices so called (below ``above``), the one nearest to the root."""
        offices = [self.by_pk[pk] for pk in self.ids.get(key, ())]
        if above is not None:
            offices = [office for office in offices if office.is_within(above)]
        offices.sort(key=lambda office: office.path.count("/"))
        return offices[0].pk if offices else None


def _picked(picked, key, known):
    value = picked.get(key, "")
    return int(value) if value.isdigit() and int(value) in known else None


def _nearest(text, ids, unknown):
    if len(unknown) >= MANY:
        return None
    close = get_close_matches(search_key(text), ids, n=1, cutoff=CLOSE)
    return ids[close[0]] if close else None
