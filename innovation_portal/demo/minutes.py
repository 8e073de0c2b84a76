"""Minutes of the innovation team, and what its next sitting hears of them."""

from datetime import timedelta

from django.core.exceptions import ValidationError

from innovation_portal.bangla.calendar import format_short_date
from innovation_portal.bangla.digits import to_bangla
from innovation_portal.models import User
from schedule.actions.minutes import Row, note_progress, open_minutes, write_minutes
from schedule.actions.sitting import enter
from schedule.details import Details
from schedule.models import Sitting

TEAM = "ইনোভেশন টিমের মাসিক সভা"
OPENING = (
    "সভাপতি উপস্থিত সকলকে স্বাগত জানিয়ে সভার কার্যক্রম শুরু করেন। বিগত সভার কার্যবিবরণী পাঠ করা হয়"
    " এবং কোনো সংশোধনী না থাকায় তা দৃঢ়ীকরণ করা হয়।"
)
# Discussion, decision, who, and how many days after the sitting
ROWS = (
    (
        "ই-নথিতে নিষ্পত্তির হার ৭২ শতাংশ; কয়েকটি শাখায় এখনও কাগজের নথি চলছে।",
        "সকল শাখা এক মাসের মধ্যে শতভাগ নোট ই-নথিতে উপস্থাপন করবে।",
        "প্রশাসন অনুবিভাগ",
        7,
    ),
    (
        "চলতি বছরের উদ্ভাবনী ধারণা আহ্বানের সময়সূচি আলোচনা করা হয়।",
        "উদ্ভাবনী ধারণা চেয়ে আওতাধীন দপ্তর/সংস্থায় পত্র প্রেরণ করতে হবে।",
        "ই-গভঃ ও আইসিটি অধিশাখা",
        20,
    ),
    ("ইনোভেশন শোকেসিং আয়োজনের প্রাথমিক প্রস্তুতি উপস্থাপন করা হয়।", "", "", None),
)


def load_minutes():
    """Written, opened, with what was told of them; and two clashes refused."""
    clerk = User.objects.get(username="sheba")
    held, coming = Sitting.objects.filter(subject=TEAM).order_by("during")[:2]
    minutes = write_minutes(
        sitting=held, version=0, said=_said(held), rows=_rows(held), by=clerk
    )
    open_minutes(minutes=minutes, is_open=True, by=clerk)
    decisions = minutes.decisions.in_order()
    note = "১২টি শাখার মধ্যে ৯টি শাখা শতভাগ নোট ই-নথিতে উপস্থাপন করছে।"
    note_progress(decision=decisions[0], state="open", note=note, by=clerk)
    note = "সকল সংস্থায় পত্র প্রেরণ করা হয়েছে।"
    note_progress(decision=decisions[1], state="done", note=note, by=clerk)
    for sitting in (held, coming):
        _refused(sitting, clerk)


def _said(sitting):
    parts = sitting.participants.values_list("name", flat=True)
    return {
        "memo_number": to_bangla(f"36.00.0000.073.06.112.{sitting.begins:%y}"),
        "memo_date": (sitting.begins + timedelta(days=1)).date(),
        "opening": OPENING,
        "present": "\n".join([sitting.chair_as, *parts]),
    }


def _rows(sitting):
    for discussion, text, responsible, days in ROWS:
        day = sitting.begins.date() + timedelta(days=days or 0)
        due = format_short_date(day, "bn") if days else ""
        yield Row(None, discussion, text, responsible, due)


def _refused(sitting, clerk):
    """Somebody asks for what is taken; the attempt is counted."""
    try:
        enter(details=Details.of(sitting), by=clerk)
    except ValidationError:
        return
    raise AssertionError("The same room was given twice.")
