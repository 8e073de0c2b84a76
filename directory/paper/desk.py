"""One sheet for under the glass of a desk: the officers of a list, on a single A4."""

from dataclasses import dataclass
from itertools import groupby

from directory.linking import title_of
from directory.paper.pdf import NO_WING
from directory.paper.workbook import HEADING, VACANT, updated
from directory.staff import is_staff
from innovation_portal.bangla.digits import to_bangla
from innovation_portal.paper.apart import from_template_apart

TEMPLATE = "directory/paper/desk.html"
SIZES = [size / 4 for size in range(22, 41)]  # points: 5.5, the least one reads, to 10
FITTED = 600  # lines up to which the size is chosen; more fill several sheets anyway
OFFICES = (" অনুবিভাগ", " অধিশাখা", " শাখা")  # said by the place it stands in


@dataclass(frozen=True)
class Row:
    name: str
    post: str
    phones: list
    pabx: str


def desk_sheet(edition, entries):
    """The bytes of the PDF; a list too long for one sheet goes on, nothing is cut."""
    told = context(edition, entries)
    sizes = SIZES if told["length"] <= FITTED else SIZES[:1]
    return from_template_apart(TEMPLATE, told, sizes=sizes)


def context(edition, entries):
    """What the template shows of them."""
    entries = [entry for entry in entries if _is_officers(entry)]
    people = [entry for entry in entries if not _is_service(entry)]
    return {
        "edition": edition,
        "number": to_bangla(edition.number),
        "heading": HEADING,
        "updated": updated(edition),
        "length": len(entries),
        "pabx": any(entry.pabx for entry in entries),
        "wings": [
            (wing or NO_WING, [_row(entry) for entry in lines])
            for wing, lines in groupby(people, key=lambda entry: entry.wing)
        ],
        "services": [_row(entry) for entry in entries if _is_service(entry)],
    }


def _is_service(entry):
    return not entry.name and not entry.vacant


def _is_officers(entry):
    """As the branch says of the designation, else as the post is called."""
    if _is_service(entry):
        return True
    if entry.designation:
        return not entry.designation.staff
    return not is_staff(title_of(entry.post))


def _row(entry):
    place = entry.section
    for ending in OFFICES:
        place = place.removesuffix(ending)
    return Row(
        VACANT if entry.vacant else entry.name,
        ", ".join(filter(None, (entry.post, place))),
        [number for number in (entry.office_phone, entry.mobile) if number],
        entry.pabx,
    )
