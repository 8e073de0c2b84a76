"""The reporter sees what became of it, and nobody else does."""

import pytest

from directory.actions.report import accept_report, answer_report
from tests.directory.edits import TODAY, karim, small_list
from tests.directory.reports import reported

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def first():
    return small_list()


@pytest.fixture
def seen(cast):
    def by_reporter(report):
        return cast["visitor"].get(f"/en/directory/reports/of/{report.token}/")

    return by_reporter


def text(answer):
    return " ".join(answer.content.decode().split())


def test_it_waits(seen):
    answer = seen(reported())
    assert "Your report is with the general services branch" in text(answer)
    assert "01812345678" in text(answer)
    assert "no-store" in answer["Cache-Control"]


def test_it_was_accepted(seen):
    report = reported()
    texts = {"mobile": "01812345678"}
    accept_report(report=report, entry=karim(), texts=texts, order=TODAY, by=None)
    assert "it is published list number 2" in text(seen(report))


def test_it_was_answered(seen):
    report = reported()
    answer_report(report=report, answer="নম্বরটি সঠিক আছে।", by=None)
    assert "নম্বরটি সঠিক আছে।" in text(seen(report))


def test_it_tells_nobody_who_reported(seen):
    content = text(seen(reported()))
    assert "রহিমা" not in content
    assert "321" not in content


@pytest.mark.parametrize("token", ["1", "x" * 32, "a" * 5000])
def test_another_address_is_not_found(cast, token):
    reported()
    address = f"/directory/reports/of/{token}/"
    assert cast["visitor"].get(address).status_code == 404
