"""The scan of a notice letter: taken in with care, given out to few."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from innovation_portal.models import StoredFile
from schedule.forms.letter import KeptScan
from schedule.models import Sitting
from tests.schedule.entering import NEW, change_address, errors, typed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
EN = "/en" + NEW
PDF = b"%PDF-1.4\n%%EOF"
KINDS = {
    "নোটিশ.pdf": (PDF, "application/pdf"),
    "a.jpg": (b"\xff\xd8\xff\xe0JFIF", "image/jpeg"),
    "a.png": (b"\x89PNG\r\n\x1a\nIHDR", "image/png"),
}


def scan(content=PDF, name="notice.pdf"):
    return SimpleUploadedFile(name, content)


@pytest.fixture
def clerk(cast):
    return cast["general_services"]


def enter(client, office, **said):
    client.post(NEW, typed(office, letter_scan=scan(), **said))
    return Sitting.objects.get()


def letter(row):
    return reverse("schedule:sitting_letter", args=[row.pk])


@pytest.mark.parametrize("name", KINDS)
def test_it_is_given_out_as_what_it_is(cast, clerk, name):
    content, kind = KINDS[name]
    clerk.post(NEW, typed(cast.wing, letter_scan=scan(content, name)))
    row = Sitting.objects.get()
    answer = clerk.get(letter(row))
    assert row.letter_filename == name
    assert b"".join(answer.streaming_content) == content
    assert answer.headers["Content-Type"] == kind
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The file is empty; choose another."),
        (b"MZ\x90", "Choose a PDF, or a picture as JPG or PNG."),
        (b"<svg onload=alert(1)>", "Choose a PDF, or a picture as JPG or PNG."),
        (b"<html>%PDF-", "Choose a PDF, or a picture as JPG or PNG."),
    ],
)
def test_what_is_no_scan_is_refused(cast, clerk, content, said):
    answer = clerk.post(EN, typed(cast.wing, letter_scan=scan(content)))
    assert errors(answer) == {"letter_scan": [said]}
    assert not StoredFile.objects.exists()


def test_a_large_one_is_refused(cast, clerk, settings):
    settings.UPLOAD_LIMIT = 50
    answer = clerk.post(EN, typed(cast.wing, letter_scan=scan(PDF + b"x" * 50)))
    assert errors(answer) == {
        "letter_scan": ["The file is too large; scan the letter anew, at most 10 MB."]
    }


def test_a_long_name_keeps_its_end(cast, clerk):
    clerk.post(NEW, typed(cast.wing, letter_scan=scan(name="a" * 300 + ".pdf")))
    assert Sitting.objects.get().letter_filename == "a" * 251 + ".pdf"


def test_the_way_to_a_file_is_no_part_of_its_name(cast, clerk):
    clerk.post(NEW, typed(cast.wing, letter_scan=scan(name="../../\u202eক.pdf")))
    assert Sitting.objects.get().letter_filename == "ক.pdf"


class TestKept:
    def refused(self, clerk, cast, **said):
        whole = typed(cast.wing, subject="", letter_scan=scan(), **said)
        return clerk.post(EN, whole).context["form"]

    def test_a_refused_form_keeps_it(self, cast, clerk):
        form = self.refused(clerk, cast)
        clerk.post(NEW, typed(cast.wing, scan=form.scan_signed))
        row = Sitting.objects.get()
        assert row.letter_file.path.read_bytes() == PDF
        assert row.letter_filename == "notice.pdf"

    def test_so_does_a_step_of_the_form(self, cast, clerk):
        form = self.refused(clerk, cast, look_chair="1")
        assert form.scan.filename == "notice.pdf"

    def test_a_step_tells_of_a_wrong_file(self, cast, clerk):
        whole = typed(cast.wing, letter_scan=scan(b"MZ"), look_chair="1")
        assert list(errors(clerk.post(EN, whole))) == ["letter_scan"]

    def test_it_is_taken_out_again(self, cast, clerk):
        kept = self.refused(clerk, cast).scan_signed
        whole = typed(cast.wing, scan=kept, drop_scan="1")
        form = clerk.post(EN, whole).context["form"]
        assert (form.scan_signed, form.data["scan_gone"]) == ("", "1")

    def test_another_user_s_is_not_taken(self, cast, clerk):
        row = enter(clerk, cast.wing)
        signed = KeptScan(row.letter_file, "a.pdf").sign(clerk.user)
        other = cast.person("other", cast.agency, ["wing_organiser"])
        other.post(NEW, typed(cast.agency, scan=signed, subject="চুরি"))
        assert Sitting.objects.get(subject="চুরি").letter_file is None

    @pytest.mark.parametrize("forged", ["x", "a:b:c", "{}"])
    def test_a_forged_one_is_none(self, cast, clerk, forged):
        clerk.post(NEW, typed(cast.wing, scan=forged))
        assert Sitting.objects.get().letter_file is None

    def test_a_change_leaves_it_and_takes_it_out(self, cast, clerk):
        row = enter(clerk, cast.wing)
        form = clerk.get(change_address(row)).context["form"]
        same = {"room": row.room_id, "chair": form.chair.token, "sequence": 0}
        clerk.post(change_address(row), typed(cast.wing, **same, agenda="ক"))
        assert Sitting.objects.get().letter_file == row.letter_file
        same |= {"sequence": 1, "scan_gone": "1"}
        clerk.post(change_address(row), typed(cast.wing, **same))
        assert Sitting.objects.get().letter_file is None


class TestWhoSeesIt:
    @pytest.mark.parametrize("closed", ["", "on"])
    def test_only_those_whom_the_sitting_concerns(self, cast, clerk, closed):
        row = enter(clerk, cast.wing, **({"closed": closed} if closed else {}))
        stranger = cast.person("stranger", cast.agency, ["wing_organiser"])
        own = cast.person("own", cast.wing, ["wing_organiser"])
        who = (clerk, own, stranger, cast["plain"], cast["visitor"], cast["inactive"])
        answers = [one.get(letter(row)) for one in who]
        for answer in answers:
            answer.close()
        codes = [answer.status_code for answer in answers]
        assert codes == [200, 200, 404, 404, 302, 302]

    def test_no_cache_keeps_it(self, cast, clerk):
        answer = clerk.get(letter(enter(clerk, cast.wing)))
        answer.close()
        assert "no-store" in answer.headers["Cache-Control"]
