"""Search columns are made again, wholly or from where it was stopped."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection

from directory.actions import rekey as actions
from directory.actions.rekey import rekey
from directory.checks import search_columns_are_new
from directory.models import Entry, SearchRules, UploadLine, Word
from directory.revision import revision
from tests.directory.entries import edition, entries, entry
from tests.directory.lists import line
from tests.directory.uploads import compared, csv_file

pytestmark = pytest.mark.django_db
OLD = {"search_key": "old", "sounds": "", "digits": "", "sort_name": ""}
COLUMNS = tuple(OLD)


@pytest.fixture
def three():
    edition()
    entries("মসিউর রহমান", "করিম", "রহিম")


def columns(model=Entry):
    return list(model.objects.order_by("pk").values_list(*COLUMNS))


def words():
    return set(Word.objects.values_list("key", "sound", "skeleton", "lines"))


def test_makes_all_columns_and_words_again(three):
    kept, known = columns(), words()
    Entry.objects.update(**OLD)
    Word.objects.all().delete()
    rekey()
    assert (columns(), words()) == (kept, known)


def test_makes_those_of_old_lists_again_and_counts_only_the_words_of_now(three):
    edition(number=2)
    entry("বিদায়ী", last=1)
    known = words()
    Entry.objects.update(**OLD)
    rekey()
    assert columns()[-1][0] == "বিদা\u09dfি"
    assert words() == known


def test_makes_those_of_waiting_lists_again():
    compared(csv_file(line("Karim")))
    kept = columns(UploadLine)
    UploadLine.objects.update(**OLD)
    rekey()
    assert columns(UploadLine) == kept


def test_writes_nothing_that_is_right_already(three, monkeypatch):
    monkeypatch.setattr(actions, "UPDATE", "nothing to be written")
    rekey()


def test_goes_on_where_it_was_stopped(three, monkeypatch):
    kept, known = columns(), words()
    Entry.objects.update(**OLD)
    monkeypatch.setattr(actions, "BATCH", 1)

    def stop(model, done, total):
        if (model, done) == (Entry, 2):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rekey(told=stop)
    assert [line == right for line, right in zip(columns(), kept, strict=True)] == [
        True,
        True,
        False,
    ]
    assert SearchRules.are_old()
    rekey()
    assert (columns(), words()) == (kept, known)


def test_lines_are_found_before_it_ends(three, monkeypatch):
    Entry.objects.update(**OLD)
    Word.objects.all().delete()
    monkeypatch.setattr(actions, "recount_words", lambda: None)
    rekey()
    assert [line.name for line in Entry.objects.find("mosiur")] == ["মসিউর রহমান"]


def test_the_app_may_change_these_columns_of_an_entry_and_no_others(three):
    for column in COLUMNS:
        Entry.objects.update(**{column: ""})
    with pytest.raises(Exception, match="permission denied"), connection.cursor() as c:
        c.execute("UPDATE directory_entry SET post = 'X'")


def test_the_command_shows_how_far_it_is(three):
    told = StringIO()
    call_command("rekey", stdout=told)
    assert told.getvalue().strip() == "Entry: 3 of 3"


def test_is_done_once_for_each_version_of_the_rules(three, monkeypatch):
    monkeypatch.setattr(SearchRules, "NOW", 77)
    call_command("rekey", "--if-old", verbosity=0)
    assert SearchRules.objects.get().version == 77
    Entry.objects.update(**OLD)
    call_command("rekey", "--if-old", verbosity=0)
    assert set(columns()) == {tuple(OLD.values())}


def test_old_columns_are_noticed(three):
    (warning,) = search_columns_are_new(databases=["default"])
    assert warning.id == "directory.W001"
    assert search_columns_are_new() == []
    rekey()
    assert search_columns_are_new(databases=["default"]) == []


def test_nothing_is_said_of_an_empty_list():
    assert search_columns_are_new(databases=["default"]) == []


def test_pages_are_drawn_anew_after_it(three):
    before = revision(None)
    rekey()
    assert revision(None) != before
