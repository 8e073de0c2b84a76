"""Marks of a list's items as official papers write them: (ক), (খ) …; ১., ২. …"""

from innovation_portal.bangla.digits import to_bangla

LETTERS = "কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ"


def lettered(items):
    """Pairs of mark and item; after (হ) comes (কক)."""
    marks = (LETTERS[n % len(LETTERS)] * (n // len(LETTERS) + 1) for n in range(10**4))
    return [(f"({mark})", item) for mark, item in zip(marks, items, strict=False)]


def numbered(items):
    return [(f"{to_bangla(number)}.", item) for number, item in enumerate(items, 1)]
