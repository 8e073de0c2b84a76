"""What a chair's programme of a day says: two lines for each thing he does."""

from collections import defaultdict

from django.utils import translation

from innovation_portal.bangla.clock import format_time
from innovation_portal.bangla.numbers import in_digits
from schedule.diary import diary
from schedule.models import Participant
from schedule.paper.programme import Item, programme

NAMED = 4  # of those taking part
HEAD = ["গণপ্রজাতন্ত্রী বাংলাদেশ সরকার", "শিল্প মন্ত্রণালয়"]
BUSY, WHOLE_DAY, HELD = "ব্যস্ত", "সারা দিন", "সাময়িক সংরক্ষিত"
BLOCKS = {"leave": "ছুটি", "tour": "সফর", "own": "নিজস্ব কাজ"}


def programme_of(chair, day, user):
    """The bytes of the A4 sheet, in Bangla whatever the language of the screen."""
    with translation.override("bn"):
        (found,) = diary(chair.officer, day, day, user)
        guests = _guests(found)
        items = [_item(line, guests) for line in found.lines]
    office = [] if chair.office.parent_id is None else [chair.office.name_bn]
    return programme([*HEAD, *office], chair.shown_as, day, items)


def _guests(day):
    """Names of those taking part, by the key of the sitting."""
    keys = [line.sitting.pk for line in day.lines if line.sitting]
    names = defaultdict(list)
    for part in Participant.objects.filter(sitting__in=keys).order_by("order", "pk"):
        names[part.sitting_id].append(part.name)
    return names


def _item(line, guests):
    first, second = _of_block(line.block) if line.block else _of_sitting(line, guests)
    return Item(_times(line), first, second)


def _times(line):
    if line.whole_day:
        return (WHOLE_DAY,)
    return format_time(line.begins, "bn"), f"– {format_time(line.ends, 'bn')}"


def _of_block(block):
    return BLOCKS[block.kind], block.note


def _of_sitting(line, guests):
    one = line.sitting
    if one.veiled:
        return BUSY, f"{one.where}; সভাপতি: {one.chair_as}"
    subject = f"{one.subject} ({HELD})" if one.state == "held" else one.subject
    said = [one.where, "" if line.chairs else f"সভাপতি: {one.chair_as}"]
    return subject, "; ".join(filter(None, [*said, _with_whom(one, guests[one.pk])]))


def _with_whom(one, names):
    more = len(names) - NAMED
    rest = [f"আরও {in_digits(more, 'bn')} জন/দপ্তর"] if more > 0 else []
    return ", ".join([*names[:NAMED], *rest]) or one.organised_by
