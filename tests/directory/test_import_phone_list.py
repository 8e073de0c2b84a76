"""bin/manage import_phone_list, as a script would call it."""

import json

import pytest
from django.core.management import CommandError, call_command

from directory.models import Edition, Entry
from innovation_portal.models import Office
from tests.directory.lists import line
from tests.directory.uploads import ENGLISH, FEBRUARY, JANUARY, SUTONNY, csv_file

pytestmark = pytest.mark.django_db
COUNTS = ("added", "changed", "new_holders", "removed", "unchanged")


def run(file, capsys, *options):
    call_command("import_phone_list", file, *options, "--json")
    return json.loads(capsys.readouterr().out)


def counts(answer):
    return tuple(answer[name] for name in COUNTS)


def test_the_three_lists_into_an_empty_database(capsys):
    january = run(JANUARY, capsys, "--updated", "2017-01-15", "--publish")
    assert (january["edition"], counts(january)) == (1, (121, 0, 0, 0, 0))
    assert january["errors"] == []
    february = run(FEBRUARY, capsys, "--updated", "2017-02-12", "--publish")
    assert (february["edition"], counts(february)) == (2, (5, 15, 6, 4, 102))
    english = run(ENGLISH, capsys, "--updated", "2017-02-12", "--publish")
    assert (english["edition"], counts(english)) == (3, (0, 0, 0, 0, 122))
    assert (february["warnings"], english["warnings"]) == ([], [])


def test_unknown_names_are_made_and_named_in_the_warnings(capsys):
    answer = run(JANUARY, capsys, "--publish")
    assert {"sheet", "row", "column", "message"} == set(answer["warnings"][0])
    text = " ".join(warning["message"] for warning in answer["warnings"])
    assert "হিসাব শাখা" in text
    assert "সিস্টেম এনালিস্ট" in text
    assert Office.objects.filter(name_bn="হিসাব শাখা").count() == 1


def test_without_publish_nothing_is_published(capsys):
    assert run(JANUARY, capsys)["edition"] is None
    assert Edition.objects.count() == 0


def test_rows_with_errors_end_with_2(tmp_path, capsys):
    path = tmp_path / "list.csv"
    path.write_bytes(csv_file(line("Karim"), line("", "Deputy")).read())
    with pytest.raises(SystemExit) as ending:
        run(path, capsys, "--updated", "2017-03-01", "--publish")
    assert ending.value.code == 2
    answer = json.loads(capsys.readouterr().out)
    assert (answer["edition"], Entry.objects.count()) == (None, 0)
    assert [(one["row"], one["column"]) for one in answer["errors"]] == [(3, "B")]


@pytest.mark.parametrize("name", ["missing.xlsx", "broken.xlsx"])
def test_an_unreadable_file_ends_with_3(name, tmp_path, capsys):
    (tmp_path / "broken.xlsx").write_text("no workbook")
    with pytest.raises(CommandError) as ending:
        run(tmp_path / name, capsys)
    assert ending.value.returncode == 3


def test_a_list_typed_in_sutonnymj_is_the_same_list(capsys):
    run(JANUARY, capsys, "--publish")
    assert counts(run(SUTONNY, capsys)) == (0, 0, 0, 0, 121)


def test_plain_words_for_people(capsys):
    call_command("import_phone_list", JANUARY, "--publish")
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["edition: 1", "added: 121"]


def test_no_update_date_anywhere(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(csv_file(line("Karim")).read())
    with pytest.raises(CommandError):
        call_command("import_phone_list", path, "--publish")
