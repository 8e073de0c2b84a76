"""The screen by the lift: fresh by itself, and honest when the server is away."""

from datetime import timedelta

from django.utils import timezone

from schedule.models import ScheduleState, Sitting
from tests.browser.looking import ARTEFACTS, axe

BOARD = "/schedule/board/"
LOOK = 21_000  # milliseconds, in which the screen looks at least once


def begin(page, address=BOARD):
    page.clock.install()
    page.goto(address)


def subjects(page):
    return page.locator("main h2").all_inner_texts()


def put_on(subject):
    """Have a sitting of the demo begin now; gives what undoes it."""
    now = timezone.now()
    known = Sitting.objects.filter(state="confirmed", closed=False).first()
    old = {"subject": known.subject, "during": known.during}
    rows = Sitting.objects.filter(pk=known.pk)
    rows.update(subject=subject, during=(now, now + timedelta(minutes=5)))
    ScheduleState.raise_number()
    return lambda: (rows.update(**old), ScheduleState.raise_number())


def test_a_new_sitting_comes_by_itself(ministry, page):
    begin(page)
    page.evaluate("window.same = true")
    undo = put_on("হঠাৎ সভা")
    try:
        page.clock.run_for(LOOK)
        page.get_by_text("হঠাৎ সভা").wait_for()
        assert page.locator("li.now .tag-now").first.is_visible()
    finally:
        undo()
    assert page.evaluate("window.same")  # the page itself was not loaded anew


def test_keeps_the_last_state_while_the_server_is_away(ministry, page):
    begin(page)
    undo = put_on("শেষ জানা সভা")
    try:
        page.clock.run_for(LOOK)
        page.get_by_text("শেষ জানা সভা").wait_for()
        shown = subjects(page)
    finally:
        undo()
    assert page.locator(".away").is_hidden()
    clock = page.locator(".clock").inner_text()
    page.route("**/schedule/board/", lambda route: route.abort())
    page.clock.run_for(LOOK)
    page.locator(".away").wait_for()
    assert subjects(page) == shown
    assert page.locator(".away strong").inner_text() == clock
    axe(page)
    page.screenshot(path=ARTEFACTS / "board-away.png")
    page.unroute("**/schedule/board/")
    page.clock.run_for(LOOK)
    page.locator(".away").wait_for(state="hidden")


def test_an_error_of_the_server_is_no_new_state(ministry, page):
    begin(page)
    shown = subjects(page)
    page.route("**/schedule/board/", lambda route: route.fulfill(status=500, body="x"))
    page.clock.run_for(LOOK)
    page.locator(".away").wait_for()
    assert subjects(page) == shown


def test_tells_the_time_as_offices_do(ministry, page):
    for clock, bangla, english in (
        ("2027-02-14T10:30:00+06:00", "সকাল ১০:৩০টা", "10:30 am"),
        ("2027-02-14T12:05:00+06:00", "দুপুর ১২:০৫টা", "12:05 pm"),
        ("2027-02-14T00:00:00+06:00", "রাত ১২টা", "12:00 am"),
    ):
        page.clock.install(time=clock)
        for prefix, told in (("", bangla), ("/en", english)):
            page.goto(prefix + BOARD)
            assert page.locator(".clock").inner_text() == told


def test_is_read_from_four_metres(ministry, page):
    """On a screen of 94 cm (43 inches) across, the least letters are 15 mm high."""
    page.set_viewport_size({"width": 1920, "height": 1080})
    begin(page)
    sizes = page.evaluate(
        "[...document.querySelectorAll('header p:not([hidden]), li h2, li p, li .tag')]"
        ".map((one) => parseFloat(getComputedStyle(one).fontSize))"
    )
    assert min(sizes) * 940 / 1920 >= 14
    assert page.evaluate("document.documentElement.scrollHeight") <= 1080


def test_a_list_longer_than_the_screen_turns(ministry, page):
    page.set_viewport_size({"width": 1280, "height": 300})
    begin(page)
    page.evaluate(
        "document.querySelector('main').innerHTML ="
        " '<ol>' + '<li><h2>x</h2></li>'.repeat(30) + '</ol>'"
    )
    top = "document.querySelector('main').scrollTop"
    page.clock.run_for(9_500)
    first = page.evaluate(top)
    page.clock.run_for(9_000)
    assert 0 < first < page.evaluate(top)


def test_without_javascript(ministry, plain_page):
    plain_page.goto(BOARD)
    assert plain_page.locator(".away").is_hidden()
    assert plain_page.locator("h1").inner_text()
    refresh = plain_page.locator('meta[http-equiv="refresh"]')
    assert refresh.get_attribute("content") == "60"
