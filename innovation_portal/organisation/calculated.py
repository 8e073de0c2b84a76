"""The year's holidays as the library calculates them, proposed to the branch.

It lacks some government holidays of Bangladesh, and the moon moves others: so nothing
is taken over unseen, and nothing that the branch has is overwritten.
"""

from dataclasses import dataclass
from datetime import date

import holidays

from innovation_portal.organisation.models import Holiday

ESTIMATED = {"bn": " (আনুমানিক)", "en_US": " (estimated)"}
MOON = ("ঈদ", "শবে", "আশুরা", "জুমাতুল")  # in the names of days that the moon sets


@dataclass(frozen=True)
class Proposal:
    """``known``: a holiday already; ``removed``: the branch took the day away once."""

    day: date
    name_bn: str
    name_en: str
    known: bool
    removed: bool

    @property
    def by_moon(self):
        return any(word in self.name_bn for word in MOON)

    @property
    def name(self):
        return self.as_row().name

    def as_row(self):
        return Holiday(
            day=self.day,
            name_bn=self.name_bn,
            name_en=self.name_en,
            by_moon=self.by_moon,
            source=Holiday.Source.CALCULATED,
        )


def proposals(year):
    """Those of a year, in their order."""
    bangla, english = (_names(year, language) for language in ESTIMATED)
    known = set(Holiday.objects.of_year(year).values_list("day", flat=True))
    gone = Holiday.pgh_event_model.objects.filter(pgh_label="delete", day__year=year)
    removed = set(gone.values_list("day", flat=True))
    return [
        Proposal(day, name, english[day], day in known, day in removed)
        for day, name in sorted(bangla.items())
    ]


def _names(year, language):
    found = holidays.country_holidays("BD", years=year, language=language)
    return {day: name.replace(ESTIMATED[language], "") for day, name in found.items()}
