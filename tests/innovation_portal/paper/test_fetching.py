"""What a document may draw in. What it may not is left out, and told in the log."""

import socket

import pytest
from weasyprint.urls import URLFetcherResponse

from innovation_portal.paper.fetching import FolderFetcher, RefusedAddressError
from innovation_portal.paper.pdf import from_html

from .papers import objects, page, pictures


@pytest.fixture
def folder(tmp_path):
    inside = tmp_path / "static"
    inside.mkdir()
    (inside / "a b.svg").write_text("<svg/>")
    (tmp_path / "secret").write_text("secret")
    return inside


def test_a_file_in_the_folder_is_read(folder):
    answer = FolderFetcher(folder).fetch((folder / "a b.svg").as_uri())

    assert isinstance(answer, URLFetcherResponse)
    assert answer.read() == b"<svg/>"
    answer.close()


REFUSED = [
    "file:///etc/passwd",
    "file://localhost/etc/passwd",
    "file://server/share/a.svg",
    "{folder}/../secret",
    "{folder}/%2e%2e/secret",
    "{folder}/../static-of-another/secret",
    "{folder}/link",
    "{folder}",
    "http://127.0.0.1:9/a.svg",
    "https://portal.example/a.svg",
    "ftp://127.0.0.1/a.svg",
    "data:image/svg+xml,<svg/>",
    "javascript:alert(1)",
    "a.svg",
    "",
    "file:///%00",
    "file://[",
]


@pytest.mark.parametrize("address", REFUSED)
def test_every_other_address_is_refused(folder, address):
    (folder / "link").symlink_to(folder.parent / "secret")
    with pytest.raises((RefusedAddressError, ValueError, OSError)):
        FolderFetcher(folder).fetch(address.format(folder=folder.as_uri()))


@pytest.mark.parametrize(
    "address", ["data:image/svg+xml,<svg/>", "http://127.0.0.1:9/"]
)
def test_the_reason_is_said(folder, address):
    with pytest.raises(RefusedAddressError, match="not a file of the portal"):
        FolderFetcher(folder).fetch(address)


@pytest.fixture
def no_network(monkeypatch):
    def connect(*_):
        raise AssertionError("a document asked the network")

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket, "getaddrinfo", connect)


OUTSIDE = "http://127.0.0.1:9/x.png"
DRAWN_IN = [
    f"<img src='{OUTSIDE}'>",
    "<img src='file:///etc/hostname'>",
    "<img src='../../../../etc/hostname'>",
    f"<link rel=stylesheet href='{OUTSIDE}'>",
    "<link rel=attachment href='file:///etc/passwd'>",
    "<a rel=attachment href='file:///etc/passwd'>x</a>",
    f"<style>@import url({OUTSIDE})</style>",
    f"<p style='background: url({OUTSIDE})'>",
    f"<style>@font-face {{font-family: x; src: url({OUTSIDE})}} p {{font: 9pt x}}",
    f"<object data='{OUTSIDE}'></object><embed src='{OUTSIDE}'>",
    f"<svg width=9 height=9><image href='{OUTSIDE}' width=9 height=9 /></svg>",
    "<svg width=9 height=9><use href='file:///etc/passwd#a' /></svg>",
    f"<base href='{OUTSIDE}'><img src=a.png>",
]


@pytest.mark.parametrize("html", DRAWN_IN)
def test_a_document_reaches_nothing_outside(no_network, html):
    opened = objects(from_html(page(f"<p>ক{html}")))

    assert len(opened.pages) == 1
    assert len(opened.attachments) == 0


def test_a_picture_of_the_static_folder_is_drawn():
    with_it = from_html(page("<img src='icon.svg' width=90 height=90 alt='ক'>"))
    without = from_html(page("<img src='no.svg' width=90 height=90 alt=''>"))

    assert pictures(with_it) != pictures(without)
