"""The client's address behind our proxies; forged headers count for nothing."""

import pytest
from django.test import RequestFactory

from innovation_portal.web.address import client_address

PROXY, CLIENT, FORGED = "127.0.0.1", "10.0.0.5", "192.0.2.9"


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, None, PROXY),
        (0, FORGED, PROXY),
        (1, CLIENT, CLIENT),
        (1, f"{FORGED}, {CLIENT}", CLIENT),
        (1, f", {CLIENT}", CLIENT),
        (1, None, PROXY),
        (2, f"{FORGED}, {CLIENT}, 10.0.0.1", CLIENT),
        (1, "2001:db8::1", "2001:db8::1"),
        (1, "no address", None),
    ],
)
def test_client_address(settings, proxies, forwarded, expected):
    settings.PROXIES = proxies
    headers = {"x-forwarded-for": forwarded} if forwarded else {}
    request = RequestFactory().get("/", headers=headers, REMOTE_ADDR=PROXY)
    assert client_address(request) == expected


def test_a_socket_has_no_address(settings):
    settings.PROXIES = 0
    assert client_address(RequestFactory().get("/", REMOTE_ADDR="")) is None
