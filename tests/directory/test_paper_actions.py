"""Papers of an edition are asked for once, made once, and asked for again in vain."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from directory.actions import paper as actions
from directory.actions.designation import create_designation
from directory.actions.edition import roll_back
from directory.actions.line import Order, change_line
from directory.actions.paper import ask_for, ask_for_missing, make_paper
from directory.models import Edition, EditionPaper, Entry
from directory.models.paper import AGAIN
from innovation_portal.models import StoredFile
from tests.directory.entries import edition, entry
from tests.directory.lists import line
from tests.directory.uploads import csv_file, published
from tests.papers import pages
from tests.processes import at_once, wait_until

FULL = EditionPaper.Kind.FULL
pytestmark = pytest.mark.django_db


@pytest.fixture
def draws(monkeypatch):
    """What the list is drawn as, quickly; a test may put an error in its place."""
    drawn = {"list": lambda edition, entries: b"%%PDF list %d" % edition.number}
    only = {FULL: lambda *a: drawn["list"](*a)}
    monkeypatch.setattr(actions, "DRAWN_BY", only)
    return drawn


def asked():
    """Keys of the papers whose making is not finished, in the order asked."""
    tasks = DBTaskResult.objects.filter(task_path=make_paper.module_path)
    ready = tasks.ready().order_by("enqueued_at")
    return [task.args_kwargs["args"][0] for task in ready]


def let_pass(paper, **time):
    EditionPaper.objects.filter(pk=paper.pk).update(
        asked_at=timezone.now() - timedelta(**time)
    )
    paper.refresh_from_db()


def failing(error):
    def fail(*args):
        raise error

    return fail


def test_a_publication_asks_for_the_paper_and_the_worker_makes_it(run_tasks):
    number = published(csv_file(line("Karim", wing="Wing A"))).number
    assert EditionPaper.objects.made(number, FULL) is None
    run_tasks()
    paper = EditionPaper.objects.made(number, FULL)
    assert paper.made_at is not None
    assert "Karim" in pages(paper.file.path.read_bytes())[0]


def test_going_back_asks_for_the_paper_too(draws, run_tasks):
    first = published(csv_file(line("Karim")))
    published(csv_file(line("Rahim")))
    back = roll_back(to=first, updated_on="2017-03-01", reason="x", seen=2, by=None)
    run_tasks()
    papers = EditionPaper.objects.order_by("edition")
    made = {paper.edition_id: paper.file.path.read_bytes() for paper in papers}
    assert made == {1: b"%PDF list 1", 2: b"%PDF list 2", back.number: b"%PDF list 3"}


def test_a_changed_line_asks_for_the_paper_too(draws, run_tasks):
    published(csv_file(line("Karim")))
    order = Order(date(2017, 3, 2))
    change_line(entry=Entry.objects.get(), texts={"room": "405"}, order=order, by=None)
    run_tasks()
    paper = EditionPaper.objects.made(2, FULL)
    assert paper.file.path.read_bytes() == b"%PDF list 2"


def test_a_publication_asks_for_every_paper():
    published(csv_file(line("Karim")))
    kinds = EditionPaper.objects.values_list("kind", flat=True)
    assert sorted(kinds) == sorted(EditionPaper.Kind)


def test_who_is_staff_is_another_sheet_for_the_desk_and_no_other_paper(monkeypatch):
    drawn = dict.fromkeys(EditionPaper.Kind, lambda *_: b"%PDF")
    monkeypatch.setattr(actions, "DRAWN_BY", drawn)
    published(csv_file(line("Karim", post="Secretary")))
    before = dict(EditionPaper.objects.values_list("kind", "pk"))
    create_designation(name_bn="উপসচিব", standing="staff", by=None)
    after = dict(EditionPaper.objects.values_list("kind", "pk"))
    assert {kind for kind in after if before[kind] != after[kind]} == {"desk"}


def test_the_longest_list_that_is_drawn(draws, monkeypatch):
    monkeypatch.setattr(actions, "LONGEST", 2)
    for lines in ([line("A"), line("B")], [line("A"), line("C"), line("D")]):
        published(csv_file(*lines))
    ask_for_missing()
    assert list(EditionPaper.objects.values_list("edition", flat=True)) == [1]


def test_a_publication_that_fails_asks_for_nothing(monkeypatch, draws):
    monkeypatch.setattr("directory.actions.edition._write", failing(ZeroDivisionError))
    with pytest.raises(ZeroDivisionError):
        published(csv_file(line("Karim")))
    assert (asked(), EditionPaper.objects.count()) == ([], 0)


def test_an_earlier_edition_is_drawn_as_it_stood(monkeypatch, run_tasks):
    told = []
    draw = lambda _, entries: told.append([e.name for e in entries]) or b"%PDF"  # noqa: E731
    monkeypatch.setattr(actions, "DRAWN_BY", {FULL: draw})
    published(csv_file(line("Karim")))
    published(csv_file(line("Rahim")))
    run_tasks()
    assert sorted(told) == [["Karim"], ["Rahim"]]


def test_made_twice_the_first_file_stays(draws):
    paper = ask_for(edition=edition())
    make_paper.func(paper.pk)
    draws["list"] = failing(AssertionError("drawn again"))
    make_paper.func(paper.pk)
    paper.refresh_from_db()
    assert paper.file.path.read_bytes() == b"%PDF list 1"


def test_of_two_makers_at_once_the_first_file_stays(draws):
    """A worker that lost its lock may still be drawing while another begins."""
    paper = ask_for(edition=edition())

    def overtaken(edition, entries):
        draws["list"] = lambda *_: b"%PDF the other's"
        make_paper.func(paper.pk)
        return b"%PDF too late"

    draws["list"] = overtaken
    make_paper.func(paper.pk)
    paper.refresh_from_db()
    assert paper.file.path.read_bytes() == b"%PDF the other's"


def test_asked_for_while_it_waits_is_asked_for_once(draws):
    paper = ask_for(edition=edition())
    let_pass(paper, hours=1)
    ask_for(edition=paper.edition)
    assert asked() == [paper.pk]


@pytest.mark.parametrize("error", [OSError(28, "No space left"), MemoryError()])
def test_a_failure_leaves_nothing_half_and_is_tried_again(error, draws, run_tasks):
    well, draws["list"] = draws["list"], failing(error)
    paper = ask_for(edition=edition())
    run_tasks(failing=True)
    assert (StoredFile.objects.count(), asked()) == (0, [])
    assert EditionPaper.objects.made(1, FULL) is None
    draws["list"] = well
    let_pass(paper, minutes=6)
    ask_for(edition=paper.edition)
    run_tasks()
    assert EditionPaper.objects.made(1, FULL).tries == 2


def test_a_full_disk_while_it_is_stored_names_no_file(
    draws, monkeypatch, var, run_tasks
):
    paper = ask_for(edition=edition())
    full = failing(OSError(28, "No space left"))
    monkeypatch.setattr("innovation_portal.files.models._copy", full)
    run_tasks(failing=True)
    paper.refresh_from_db()
    assert (paper.file, StoredFile.objects.count()) == (None, 0)
    assert [path for path in var.rglob("*") if path.is_file()] == []


def test_patience_doubles_with_each_failure_and_not_for_ever(draws):
    paper = EditionPaper(edition_id=1, kind=FULL)
    for tries, times in ((1, 1), (2, 2), (4, 8), (9, 256), (200, 256)):
        paper.tries = tries
        paper.asked_at = timezone.now() - AGAIN * times + timedelta(minutes=1)
        assert not paper.due
        paper.asked_at -= timedelta(minutes=1)
        assert paper.due


def test_the_minute_asks_for_what_is_missing(draws, run_tasks):
    ask_for_missing()
    assert asked() == []
    for number in (1, 2):  # as an older release left them
        edition(number=number)
    ask_for_missing()
    assert list(EditionPaper.objects.values_list("edition", flat=True)) == [2]
    run_tasks()
    ask_for_missing()
    assert asked() == []


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_of_many_who_ask_at_once_one_sets_it_going(draws):
    newest = edition()
    at_once(*[lambda: ask_for(edition=newest)] * 4)
    paper = EditionPaper.objects.get()
    assert asked() == [paper.pk]
    DBTaskResult.objects.all().delete()
    let_pass(paper, hours=1)
    at_once(*[lambda: ask_for(edition=newest)] * 4)
    assert asked() == [paper.pk]


@pytest.fixture
def fonts(var, settings):
    """For workers of their own, which look for fonts below the test's folder."""
    (var / "fonts").symlink_to(settings.FONTS)


@pytest.mark.slow
def test_a_worker_killed_at_it_is_followed_by_another(start_worker, fonts):
    newest = edition()
    for number in range(800):
        entry(f"Person {number}", wing="Wing")
    paper = ask_for(edition=newest)
    first = start_worker()
    wait_until(DBTaskResult.objects.running().exists)
    first.kill()
    first.wait()
    assert EditionPaper.objects.made(1, FULL) is None
    start_worker()
    wait_until(lambda: EditionPaper.objects.made(1, FULL), seconds=120)
    paper.refresh_from_db()
    said = " ".join(pages(paper.file.path.read_bytes())).split()
    assert said.count("Person") == 800


@pytest.mark.slow
def test_lists_published_under_a_working_worker_are_all_made(start_worker, fonts):
    start_worker(), start_worker()
    for name in ("Karim", "Rahim", "Salam"):
        published(csv_file(line(name)))
    wait_until(lambda: not EditionPaper.objects.filter(file=None), seconds=120)
    told = {
        paper.edition_id: pages(paper.file.path.read_bytes())[0]
        for paper in EditionPaper.objects.select_related("file")
    }
    names = [
        ("Karim" in t, "Rahim" in t, "Salam" in t) for _n, t in sorted(told.items())
    ]
    assert names == [(True, False, False), (False, True, False), (False, False, True)]
    assert Edition.objects.count() == 3


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE directory_editionpaper SET kind = 'x'",
        "UPDATE directory_editionpaper SET edition_id = 2",
    ],
)
def test_the_app_cannot_rewrite_what_a_paper_is_of(statement):
    with pytest.raises(Exception, match="permission denied"), connection.cursor() as c:
        c.execute(statement)
