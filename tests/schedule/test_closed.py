"""A closed sitting tells those not concerned nothing, on whatever page they look."""

from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from innovation_portal.models import StoredFile
from schedule.actions import approval
from schedule.actions.claims import reclaim
from schedule.actions.consent import answer_consent
from schedule.actions.minutes import note_progress
from schedule.actions.sitting import cancel, change, confirm, hold
from schedule.clashes import clashes_of
from schedule.details import Details, Part
from schedule.models import Consent, Policy
from tests.cast import ROLE_KEYS
from tests.directory.test_hiding import text_of
from tests.factories import OfficeFactory, OfficerFactory
from tests.matrix import MATRIX
from tests.schedule.files import received, row
from tests.schedule.minutes import ROW, minutes_of
from tests.schedule.papers import made_paper
from tests.schedule.serieses import rows, start
from tests.schedule.sittings import chair, details, in_days, room, sitting

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
WORD = "Kakatua"  # stands in all that is said of the closed sittings, and nowhere else
DAY = in_days(3)
# The auditor reads the record of all that was changed.
RECORD = {"record:record_list"}


class Planted:
    """Closed sittings of one office with the word in every text, and what is theirs."""

    def __init__(self, cast):
        self.cast = cast
        self.office = OfficeFactory(parent=cast.ministry, name_en="Board")
        self.by = cast.person("insider", self.office, ["wing_organiser"]).user
        self.by.email = "insider@moind.gov.bd"
        self.by.save()
        self.chair = chair(
            office=OfficeFactory(parent=cast.ministry), gives_consent=True
        )
        self.guest = OfficerFactory(name="Guest")
        self.invited = OfficeFactory(parent=cast.ministry, name_en="Invited")
        self.sittings = [*self.series(), self.outside(), self.held(), self.cancelled()]
        self.upload = received(
            row(subject=WORD, date=in_days(20), organiser=self.office.name_bn),
            by=self.by,
        )

    def said(self, **values):
        file = StoredFile.objects.keep(ContentFile(f"%PDF-1.7 {WORD}".encode()))
        own = {"room": room(needs_approval=True)} if "place" not in values else {}
        return (
            own
            | {
                "subject": f"{WORD} subject",
                "online": f"https://{WORD}.example/",
                "contact": f"{WORD} contact",
                "letter_number": f"{WORD}.45",
                "letter_file": file,
                "letter_filename": f"{WORD}.pdf",
                "agenda": f"{WORD} agenda",
                "parts": (
                    Part(
                        f"{WORD} part", officer=self.guest, email="guest@moind.gov.bd"
                    ),
                    Part(f"{WORD} office", office=self.invited),
                ),
                "organiser": self.office,
                "closed": True,
            }
            | values
        )

    def series(self):
        """Minuted twice, signed, on paper, moved and consented to."""
        self.of = start(
            first=DAY, last_on=DAY + timedelta(days=100), by=None, **self.said()
        )
        first, second, *_rest = rows(self.of)
        self.minutes = minutes_of(
            first,
            replace(ROW, discussion=WORD, text=WORD, responsible="হিসাব শাখা"),
            signed=True,
            opening=WORD,
            present=WORD,
            memo_number=WORD,
        )
        self.decision = self.minutes.decisions.get()
        note_progress(decision=self.decision, state="open", note=WORD, by=self.by)
        self.paper = made_paper(first)
        moved = Details.of(second)
        moved = replace(
            moved,
            begins=moved.begins + timedelta(days=1),
            ends=moved.ends + timedelta(days=1),
            chair=self.chair.officer,
        )
        change(
            sitting=second,
            sequence=second.sequence,
            details=moved,
            reason=f"{WORD} reason",
            by=self.by,
        )
        self.consent = Consent.objects.get(sitting=second)
        answer_consent(
            consent=self.consent,
            sequence=self.consent.sequence,
            answer="refused",
            note=f"{WORD} note",
            by=None,
        )
        return first, second

    def outside(self):
        return sitting("15:00", "16:00", day=DAY, **self.said(place=f"{WORD} place"))

    def held(self):
        until = timezone.now() + timedelta(hours=4)
        said = details("10:00", "11:00", day=in_days(1), **self.said())
        return hold(details=said, until=until, by=self.by)

    def cancelled(self):
        one = sitting("10:00", "11:00", day=in_days(0), **self.said())
        return cancel(sitting=one, sequence=0, reason=f"{WORD} reason", by=self.by)

    def keys(self, name):
        """The keys with which a page of this name is asked for, several at a time."""
        subject = name.partition(":")[2].partition("_")[0]
        one = {
            "room": [s.room_id for s in self.sittings if s.room_id],
            "chair": [self.chair.officer_id, self.chair.pk, self.sittings[0].chair_id],
            "office": [self.office.pk, self.invited.pk],
            "series": [self.of.pk, *(s.pk for s in self.sittings)],
            "consent": [self.consent.pk],
            "decision": [self.decision.pk],
            "import": [self.upload.pk],
            "paper": [self.paper.pk, *(s.pk for s in self.sittings)],
            "diary": [self.chair.pk, *(s.pk for s in self.sittings)],
            "feed": [
                *(s.pk for s in self.sittings),
                self.office.pk,
                self.invited.pk,
                self.chair.officer_id,
                *(s.room_id for s in self.sittings if s.room_id),
            ],
        }
        return one.get(subject, [s.pk for s in self.sittings])


def pages(planted):
    """Every page of the sitemap, of each that was planted where it is of one thing."""
    days = {one.begins.date() for one in planted.sittings}
    for name in sorted(MATRIX.keys() - RECORD):
        for pk in planted.keys(name):
            for day in sorted(days):
                yield from _address(name, pk, day)
    for query in (
        *(f"search/?q={text}" for text in ("subject", "45", "agenda", "Board")),
        "export/sittings.xlsx",
        f"export/sittings.xlsx?office={planted.office.pk}",
        f"free/?officer={planted.guest.pk}&office={planted.invited.pk}",
        f"sittings/new/?like={planted.sittings[0].pk}",
        f"decisions/?series={planted.of.pk}",
        "decisions/?show=settled",
    ):
        yield f"/schedule/{query}"


def _address(name, pk, day):
    own = {"pk": pk, "day": day, "kind": "notice", "ending": "docx", "number": 1}
    own |= {"line": 1, "token": "x", "way": "change"}
    for keys in (
        *([key] for key in own),
        [],
        ["pk", "day"],
        ["pk", "kind"],
        ["pk", "ending"],
        ["number", "way"],
    ):
        with suppress(NoReverseMatch):
            yield reverse(name, kwargs={key: own[key] for key in keys})


def told(client, addresses):
    """The addresses whose answer holds the word."""
    for address in dict.fromkeys(addresses):
        answer = client.get(address)
        said = repr(dict(answer.items())) + text_of(answer)
        if WORD.casefold() in said.casefold():
            yield address


class Undrawn:
    """Stands for the process that draws a PDF: it hands back what was to be drawn."""

    def __init__(self, *args, **kwargs):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

    def submit(self, _draw, html, *rest):
        done = Future()
        done.set_result(html.encode())
        return done


@pytest.fixture
def planted(cast, monkeypatch):
    monkeypatch.setattr("innovation_portal.paper.apart.ProcessPoolExecutor", Undrawn)
    return Planted(cast)


@pytest.fixture
def stranger(cast):
    """Who holds every role that holds for an office, in another wing, and is a chair's
    secretary there."""
    wing = OfficeFactory(parent=cast.ministry, name_en="Other wing")
    everywhere = {"general_services", "auditor"}
    client = cast.person("stranger", wing, set(ROLE_KEYS) - everywhere)
    client.chair = chair(office=wing)
    return client


def test_those_concerned_are_told(cast, planted):
    asked = ["/schedule/", "/schedule/week/" + DAY.isoformat() + "/"]
    asked += [f"/schedule/search/?q={text}" for text in ("subject", "45")]
    seen = told(cast["general_services"], asked[:1] + asked[2:])
    assert list(seen) == asked[:1] + asked[2:]


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_no_page_tells_a_visitor(client, planted, prefix):
    assert list(told(client, [prefix + page for page in pages(planted)])) == []


def test_no_page_tells_who_holds_all_roles_of_another_office(stranger, planted):
    assert list(told(stranger, pages(planted))) == []


def test_no_page_tells_an_administrator_of_the_ministry(cast, planted, run_tasks):
    waiting = planted.sittings[3]
    confirm(sitting=waiting, sequence=0, by=planted.by)
    waiting.refresh_from_db()
    approval.confirm(sitting=waiting, sequence=1, by=cast["general_services"].user)
    run_tasks()
    assert list(told(cast["portal_admin"], pages(planted))) == []


def test_no_file_tells_whose_it_is(client, stranger, planted):
    """By office the file holds what the office's page lists: none that is closed."""
    for reader in (client, stranger):
        for office in (planted.office, planted.invited):
            asked = {"office": office.pk}
            answer = reader.get("/en/schedule/export/sittings.xlsx", asked)
            held = text_of(answer)
            assert not [one for one in planted.sittings if str(one.uid) in held]


def test_a_file_that_came_is_its_senders_alone(cast, planted):
    """Who reaches the sender's office may not be concerned with all in the file."""
    for way in ("", "notes.xlsx"):
        address = f"/schedule/import/{planted.upload.pk}/{way}"
        assert cast["general_services"].get(address).status_code == 404


def test_the_secretary_of_a_former_chair_is_told_no_more(cast, planted, stranger):
    one = planted.sittings[1]
    one.refresh_from_db()
    address = f"/schedule/consents/{planted.consent.pk}/"
    secretary = cast.person("own", planted.chair.office, ["private_secretary"])
    assert list(told(secretary, [address])) == [address]
    details = replace(Details.of(one), chair=stranger.chair.officer)
    change(sitting=one, sequence=one.sequence, details=details, by=None)
    assert secretary.get(address).status_code == 404


def test_open_minutes_do_not_tell_what_was_decided_behind_closed_doors(client, planted):
    _first, _second, third, *_rest = rows(planted.of)
    opened = replace(Details.of(third), closed=False)
    change(sitting=third, sequence=third.sequence, details=opened, by=None)
    third.refresh_from_db()
    minutes_of(third)
    asked = [f"/schedule/sittings/{third.pk}/minutes/"]
    answer = client.get(asked[0])
    assert answer.status_code == 200
    assert answer.context["earlier"] == []


def test_a_clash_does_not_tell_who_takes_part(stranger, planted, in_english):
    Policy.objects.update_or_create(pk=1, defaults={"taking_part": "hard"})
    one = planted.sittings[3]
    reclaim([one])
    when = {"begins": one.begins, "ends": one.ends}
    asked = {
        "guest": details(parts=(Part("x", officer=planted.guest),)),
        "room": details(room=one.room),
    }
    said = {
        name: [c.sentence(stranger.user) for c in clashes_of(replace(want, **when))]
        for name, want in asked.items()
    }
    (guest,), (room,) = said.values()
    assert one.room.name not in guest
    assert one.chair_as not in guest
    assert one.chair_as in room
