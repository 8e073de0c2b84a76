"""The use of the directory, and what it saved (work plan of 2017, row 02)."""

from dataclasses import dataclass, field
from datetime import date

from directory.models import Assumption, DailyCount

Kind = DailyCount.Kind
LISTS = (Kind.XLSX, Kind.PDF, Kind.CSV, Kind.VCF)  # a single contact is no copy


@dataclass
class Use:
    """Counts of a day, a month or all time; savings are rounded down."""

    assumption: Assumption
    when: date | None = None
    counts: dict = field(default_factory=dict)
    published: int = 0

    def add(self, kind, count):
        self.counts[kind] = self.counts.get(kind, 0) + count

    @property
    def cells(self):
        return [self.counts.get(kind, 0) for kind in Kind]

    @property
    def searches(self):
        return self.counts.get(Kind.SEARCH, 0)

    @property
    def downloads(self):
        return sum(self.counts.get(kind, 0) for kind in LISTS)

    @property
    def copies(self):
        return self.downloads * self.assumption.copies // 100

    @property
    def sheets(self):
        return self.copies * self.assumption.sheets

    @property
    def visits(self):
        carried = self.copies * self.assumption.rounds
        return (carried + self.searches * self.assumption.visits) // 100


def uses(counted, published, assumption):
    """One Use for each time there is, the latest first.

    ``counted`` has rows of time, kind and count, ``published`` of time and number.
    """
    found = {}
    for when, kind, count in counted:
        found.setdefault(when, Use(assumption, when)).add(kind, count)
    for when, number in published:
        found.setdefault(when, Use(assumption, when)).published = number
    return sorted(found.values(), key=lambda use: use.when, reverse=True)


def altogether(parts, assumption):
    """All of them as one Use; its savings are reckoned from its sums."""
    total = Use(assumption)
    for part in parts:
        total.published += part.published
        for kind, count in part.counts.items():
            total.add(kind, count)
    return total
