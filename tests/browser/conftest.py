"""A real browser before the pages: what it says, and how to sign in to them."""

import os

import pytest
from django.conf import settings as portal
from django.core.management import call_command
from django.db import connections
from django.test import Client
from playwright.sync_api import sync_playwright
from pytest_django.live_server_helper import LiveServer

from innovation_portal.models import User

pytest.register_assert_rewrite("tests.browser.looking")

ARGS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"),
    *("--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
]
# As the proxy in front says it: the settings are those of production.
HEADERS = {"X-Forwarded-Proto": "https"}


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser/" in item.nodeid:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def server(django_db_setup, django_db_blocker):
    """The portal at an address; unlike live_server it leaves the rows as they are."""
    with django_db_blocker.unblock():
        running = LiveServer("localhost")
        yield running
        running.stop()
        call_command("flush", database="owner", interactive=False, verbosity=0)


@pytest.fixture(scope="package")
def browser(server):
    """Chromium, only while tests of this folder run: its loop is in others' way.

    It goes before the server, whose threads wait for its connections to close. What
    the tests themselves opened to the database belongs to its loop, and goes with it.
    """
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=ARGS
        )
        yield chromium
        chromium.close()
        connections.close_all()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def open_page(browser, server, settings):
    """Opens pages, each in a browser of its own; none may complain in the console."""
    settings.CSRF_TRUSTED_ORIGINS = [server.url]
    settings.ALLOWED_HOSTS = ["localhost"]
    settings.SESSION_COOKIE_NAME = "session"  # Playwright sets no __Host- cookie
    contexts, complaints = [], []

    def opened(**options):
        context = browser.new_context(
            base_url=server.url,
            viewport={"width": 1366, "height": 768},
            extra_http_headers=HEADERS,
            **options,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.extend(_complaint(page, said)))
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def _complaint(page, said):
    """What the console says, save that the page itself is an error page."""
    own_status = said.text.startswith("Failed to load resource")
    own_status &= said.location["url"] == page.url
    if said.type in {"error", "warning"} and not own_status:
        yield said.text


@pytest.fixture
def page(open_page):
    return open_page()


@pytest.fixture
def plain_page(open_page):
    """A browser without JavaScript."""
    return open_page(java_script_enabled=False)


@pytest.fixture
def ministry(server, capsys):
    """The demo ministry for tests that only read: one loading serves them all."""
    if not User.objects.exists():
        call_command("load_demo")
        capsys.readouterr()


@pytest.fixture
def demo(transactional_db, capsys):
    """The demo ministry with its two lists, for tests that write: gone after each."""
    call_command("flush", database="owner", interactive=False, verbosity=0)
    call_command("load_demo")
    capsys.readouterr()


@pytest.fixture
def sign_in(server):
    """Signs a page's browser in as somebody who holds the role."""

    def signed_in(page, role):
        client = Client()
        client.force_login(User.objects.filter(appointments__role=role).first())
        name = portal.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": client.cookies[name].value}
        page.context.add_cookies(
            [cookie | {"url": server.url, "secure": True, "httpOnly": True}]
        )

    return signed_in
