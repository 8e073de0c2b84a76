import random
from pathlib import Path

import pytest

from innovation_portal.sheets import SheetError
from innovation_portal.sheets.limits import (
    ENTRIES,
    EXPANDED_BYTES,
    EXPANDED_RATIO,
    FILE_BYTES,
    prescan,
)

from .books import Member, members, ods, pack, xlsx
from .hostile import old_book

LISTS = sorted(Path("directory/demo").glob("*.xlsx"))


def refusal(path, filename="list.xlsx"):
    with pytest.raises(SheetError) as error:
        prescan(path, filename)
    return error.value.code


@pytest.mark.parametrize(
    ("filename", "build", "kind"),
    [
        ("a.xlsx", xlsx, "xlsx"),
        ("নির্দেশিকা.XLSX", xlsx, "xlsx"),
        ("../../a.xlsx", xlsx, "xlsx"),
        ("a.xls", old_book, "xls"),
        ("a.ods", ods, "ods"),
        ("a.csv", lambda: b"Name,Phone\n", "csv"),
        ("a.csv", lambda: "\ufeffনাম,ফোন\n".encode(), "csv"),
    ],
)
def test_extension_and_contents_agree(filename, build, kind, saved):
    assert prescan(saved(build()), filename) == kind


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_the_ministrys_lists_pass(path):
    assert prescan(path, path.name) == "xlsx"


def test_a_file_of_exactly_the_limit_is_taken(saved):
    assert prescan(saved(b"a" * FILE_BYTES), "a.csv") == "csv"
    assert refusal(saved(b"a" * (FILE_BYTES + 1)), "a.csv") == "big"


def test_as_many_entries_as_the_limit_are_taken(saved):
    frame = members()
    more = [Member.of(f"x{n}", "x") for n in range(ENTRIES - len(frame))]
    assert prescan(saved(pack(frame + more)), "a.xlsx") == "xlsx"
    one_more = [Member.of("y", "y")]
    assert refusal(saved(pack(frame + more + one_more))) == "packed"


def test_entries_are_counted_in_the_directory_not_in_its_summary(saved):
    whole = bytearray(pack(members() + [Member.of(f"x{n}", "x") for n in range(1100)]))
    whole[-14:-10] = b"\1\0\1\0"
    assert refusal(saved(whole)) == "packed"


def test_what_unpacks_beyond_the_limit_is_refused_by_its_own_claim(saved):
    noise = random.Random(1).randbytes(3 * 1024 * 1024)
    at_limit = Member.of("x", noise, size=EXPANDED_BYTES - 20_000)
    beyond = Member.of("x", noise, size=EXPANDED_BYTES)
    assert prescan(saved(pack([*members(), at_limit])), "a.xlsx") == "xlsx"
    assert refusal(saved(pack([*members(), beyond]))) == "packed"


def test_the_ratio_counts_from_a_megabyte_on(saved):
    small = Member.of("x", bytes(900_000))
    large = Member.of("x", bytes(2_000_000))
    assert 900_000 / len(small.packed) > EXPANDED_RATIO
    assert prescan(saved(pack([*members(), small])), "a.xlsx") == "xlsx"
    assert refusal(saved(pack([*members(), large]))) == "packed"


def test_the_same_name_in_capitals_is_a_duplicate(saved):
    twice = [*members(), Member.of("XL/WORKBOOK.XML", "x")]
    assert refusal(saved(pack(twice))) == "damaged"


def test_member_names_are_never_used_as_paths(saved):
    outside = [*members(), Member.of("../../../etc/x", "x")]
    assert prescan(saved(pack(outside)), "a.xlsx") == "xlsx"
