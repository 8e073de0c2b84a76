"""What a clerk sees between the upload and the publication."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from directory.actions.upload import receive
from directory.models import Upload
from directory.preview import BIJOY, DIFFERENCE, PROBLEMS, READING
from directory.views import edition as views
from tests.directory.lists import HEADING, line
from tests.directory.uploads import FEBRUARY, JANUARY, compared, csv_file, published
from tests.directory.workbooks import XSS, listed, xlsx

pytestmark = pytest.mark.django_db
SHOWS = (*DIFFERENCE, PROBLEMS, READING, BIJOY)


def tabs(answer):
    return {show: count for show, _label, count in answer.context["preview"].tabs}


def text(answer):
    """The page's main part as words, tags and doubled space left away."""
    main = answer.content.decode().partition("<main")[2].partition("</main")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


@pytest.fixture
def karims():
    """A list of three is published."""
    return published(
        csv_file(
            line("Karim", mobile="01711111111"),
            line("Rahim", "Joint Secretary", email="r@x.gov.bd"),
            line("Jabbar", "Deputy Secretary", mobile="01733333333"),
        )
    )


@pytest.fixture
def changed(karims):
    """One has another mobile, one post another holder, one is gone, one is new."""
    return compared(
        csv_file(
            line("Karim", mobile="01711111112"),
            line("Nasima Begum", "Joint Secretary", email="r@x.gov.bd"),
            line("Sultana", "Assistant Secretary", mobile="01744444444"),
        )
    )


def test_the_letters_two_lists(clerk, address):
    published(JANUARY)
    february = compared(FEBRUARY, updated_on=None)
    answer = clerk.get(address(february))
    assert tabs(answer) == {
        "all": 24,
        "added": 5,
        "removed": 4,
        "changed": 15,
        "new_holders": 6,
        "unchanged": 102,
    }
    assert len(answer.context["page"].object_list) == 24
    assert answer.context["form"]["updated_on"].value() == "১২/০২/২০১৭"


@pytest.mark.parametrize(
    ("show", "names"),
    [
        ("", ["Karim", "Nasima Begum", "Sultana", "Jabbar"]),
        ("added", ["Sultana"]),
        ("removed", ["Jabbar"]),
        ("changed", ["Karim", "Nasima Begum"]),
        ("new_holders", ["Nasima Begum"]),
        ("unchanged", []),
        ("nonsense", ["Karim", "Nasima Begum", "Sultana", "Jabbar"]),
    ],
)
def test_tabs_filter_the_lines(clerk, address, changed, show, names):
    lines = clerk.get(address(changed, show=show)).context["page"].object_list
    assert sorted(line.name for line in lines) == sorted(names)


def test_a_changed_cell_stands_as_old_and_new(clerk, address, changed):
    content = clerk.get(f"/en{address(changed, show='changed')}").content.decode()
    assert re.search(r"<del>.*?01711111111</del>", content, re.DOTALL)
    assert re.search(r"<ins>.*?01711111112</ins>", content, re.DOTALL)


def test_a_new_holder_is_shown_as_one_person_after_another(clerk, address, changed):
    said = text(clerk.get(f"/en{address(changed, show='new_holders')}"))
    assert "New holder of a post" in said
    assert "Before: Rahim → Now: Nasima Begum" in said


def test_a_vacant_post_is_shown_as_the_list_writes_it(clerk, address, karims):
    upload = compared(csv_file(line("(শূন্য)", "Joint Secretary", email="r@x.gov.bd")))
    said = text(clerk.get(f"/en{address(upload, show='changed')}"))
    assert "Before: Rahim → Now: (শূন্য)" in said


def test_lines_are_paged(clerk, address):
    people = [line(f"Person {chr(65 + n % 26)}{n}", f"Post {n}") for n in range(60)]
    upload = compared(csv_file(*people))
    assert len(clerk.get(address(upload)).context["page"].object_list) == 50
    second = clerk.get(address(upload, page=2)).context["page"]
    assert (len(second.object_list), second.number) == (10, 2)
    assert clerk.get(address(upload, page="x")).context["page"].number == 1
    assert clerk.get(address(upload, page="99999999")).context["page"].number == 2


@pytest.mark.parametrize("show", SHOWS)
@pytest.mark.parametrize("lines", [50, 500])
def test_a_page_takes_few_queries_however_long_the_list(clerk, address, show, lines):
    people = [line(f"Person {n}", f"Post {n % 40}") for n in range(lines)]
    upload = compared(csv_file(*people))
    with CaptureQueriesContext(connection) as queries:
        assert clerk.get(address(upload, show=show)).status_code == 200
    assert len(queries) <= 15


def test_errors_come_first_and_block(clerk, address):
    upload = compared(
        listed(line("Karim", mobile="not a phone"), line(None, "Secretary"))
    )
    answer = clerk.get(f"/en{address(upload, show='problems')}")
    rows = answer.context["page"].object_list
    assert [row["error"] for row in rows] == sorted(
        (row["error"] for row in rows), reverse=True
    )
    assert [(r["sheet"], r["row"]) for r in rows if r["error"]] == [("List", 3)]
    doubt = next(row for row in rows if "not a phone" in row["message"])
    assert (doubt["row"], doubt["column"]) == (2, "G")
    assert not answer.context["preview"].can_publish
    assert 'id="publish"' not in answer.content.decode()


def test_doubts_never_block(clerk, address):
    upload = compared(listed(line("Karim", mobile="not a phone")))
    assert upload.warnings
    answer = clerk.get(address(upload))
    assert answer.context["preview"].can_publish
    assert 'id="publish"' in answer.content.decode()


def test_a_list_without_any_difference_says_so(clerk, address):
    published(csv_file(line("Karim")))
    answer = clerk.get(f"/en{address(compared(csv_file(line('Karim'))))}")
    assert "Nothing in the list would change" in text(answer)


def test_the_way_of_reading_is_told(clerk, address):
    note = ["Note: tell the general services branch of mistakes."]
    book = xlsx(List=[["Phone list"], HEADING, line("Karim"), note])
    answer = clerk.get(f"/en{address(compared(book), show='reading')}")
    said = text(answer)
    assert "Rows of the heading 2 " in said
    assert "Lines of the list 1 " in said
    assert "4: Note: tell the general services branch of mistakes." in said
    assert "G Mobile –" in said
    assert "Wings Wing A " in said


@pytest.mark.parametrize("show", SHOWS)
def test_what_cells_say_is_never_markup(clerk, address, show):
    book = xlsx(
        **{
            "<b>sheet": [
                [*HEADING, XSS],
                [None, f"Karim {XSS}", XSS, XSS, XSS, XSS, XSS, XSS, XSS],
                [None, "Karim", "Secretary", "A", "B", None, "01711111111", "x@"],
            ],
            "<i>other": [[XSS], [XSS]],
        }
    )
    published(csv_file(line(f"Karim {XSS}", "Secretary", mobile="01711111111")))
    content = clerk.get(address(compared(book), show=show)).content.decode()
    assert "&lt;img" in content or show not in {"all", PROBLEMS, READING}
    assert "<img" not in content
    assert "<b>" not in content
    assert "<i>" not in content


def test_while_it_waits_the_page_looks_again(clerk, address):
    upload = receive(file=csv_file(line("Karim")), filename="list.csv", by=None)
    content = clerk.get(address(upload)).content.decode()
    assert 'content="2; url=?looks=1"' in content
    assert 'hx-get="?looks=1"' in content


def test_a_long_wait_is_owned_up_to(clerk, address):
    upload = receive(file=csv_file(line("Karim")), filename="list.csv", by=None)
    late = views.PATIENCE
    assert not clerk.get(address(upload, looks=late - 1)).context["late"]
    answer = clerk.get(address(upload, looks=late))
    assert answer.context["late"]
    assert f'content="10; url=?looks={late + 1}"' in answer.content.decode()


@pytest.mark.parametrize("looks", ["x", "-1", "১২", "9" * 30, "\x00"])
def test_a_mad_number_of_looks_is_none(clerk, address, looks):
    upload = receive(file=csv_file(line("Karim")), filename="list.csv", by=None)
    assert clerk.get(address(upload, looks=looks)).context["next"] == 1


def test_the_part_that_looks_again_is_sent_alone(clerk, address, run_tasks):
    upload = receive(file=csv_file(line("Karim")), filename="list.csv", by=None)
    htmx = {"HX-Request": "true"}
    part = clerk.get(address(upload), headers=htmx).content.decode()
    assert part.lstrip().startswith("<div")
    run_tasks()
    assert clerk.get(address(upload), headers=htmx).headers["HX-Refresh"] == "true"


def test_what_is_published_says_so_and_leads_on(clerk, address, karims):
    content = clerk.get(address(Upload.objects.get())).content.decode()
    assert 'href="/directory/"' in content
    assert "<form" not in content.partition("<main")[2]


def test_a_colleague_of_the_role_may_look(cast, address):
    upload = compared(csv_file(line("Karim")), by=cast["elsewhere"].user)
    assert cast["general_services"].get(address(upload)).status_code == 200


def test_an_upload_that_never_was(clerk):
    assert clerk.get("/directory/upload/404/").status_code == 404
    assert clerk.get(f"/directory/upload/{'9' * 30}/").status_code == 404
