"""Good files with some bytes changed: a workbook or a named error, nothing else."""

import random

import pytest

from innovation_portal.sheets import SheetError, Workbook, read

from .books import TWO_ROWS, Member, ods, sheet, styles, xlsx
from .hostile import SHEET, STRINGS, old_book


def scrambled(data, seed, places=12):
    dice = random.Random(seed)
    changed = bytearray(data)
    for _ in range(places):
        changed[dice.randrange(8, len(changed))] = dice.randrange(256)
    return bytes(changed)


def damaged_part(name, text):
    """A workbook whose zip is sound and whose one part is not."""
    return lambda seed: xlsx(
        parts={name: Member.of(name, scrambled(text.encode(), seed, places=2))}
    )


FILES = {
    "xlsx": lambda seed: scrambled(xlsx(), seed),
    "xls": lambda seed: scrambled(old_book(), seed),
    "ods": lambda seed: scrambled(ods("<table:table-row/>"), seed),
    "csv": lambda seed: scrambled("নাম,ফোন\nক,01711\n".encode() * 20, seed),
}
PARTS = {
    "sheet": damaged_part(SHEET, sheet(TWO_ROWS)),
    "styles": damaged_part("xl/styles.xml", styles("SutonnyMJ")),
    "strings": damaged_part(STRINGS, "<sst><si><t>x</t></si></sst>"),
}


def outcome(path, filename):
    try:
        return type(read(path, filename=filename))
    except SheetError:
        return SheetError


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("kind", FILES)
def test_changed_bytes(kind, seed, saved):
    path = saved(FILES[kind](seed))
    assert outcome(path, f"list.{kind}") in (Workbook, SheetError)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("part", PARTS)
def test_a_damaged_part_in_a_sound_zip(part, seed, saved):
    assert outcome(saved(PARTS[part](seed)), "list.xlsx") in (Workbook, SheetError)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_an_upload_that_broke_off(kind, share, saved):
    whole = {"xlsx": xlsx, "xls": old_book, "ods": ods}[kind]()
    path = saved(whole[: int(len(whole) * share)])
    assert outcome(path, f"list.{kind}") in (Workbook, SheetError)
