"""The settings as they stand in production, read in a process of their own."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings

ASK = """
import json
from django.conf import settings
names = %r
print(json.dumps({name: getattr(settings, name) for name in names}, default=str))
"""
SAFE = {
    "DEBUG": False,
    "SESSION_COOKIE_NAME": "__Host-portal_session",
    "CSRF_COOKIE_NAME": "__Host-portal_csrf",
    "SESSION_COOKIE_SECURE": True,
    "CSRF_COOKIE_SECURE": True,
    "SESSION_COOKIE_HTTPONLY": True,
    "SECURE_SSL_REDIRECT": True,
    "SECURE_HSTS_SECONDS": 31536000,
    "SECURE_PROXY_SSL_HEADER": ["HTTP_X_FORWARDED_PROTO", "https"],
    "PROXIES": 1,
    "AXES_CLIENT_IP_CALLABLE": "innovation_portal.web.address.client_address",
    "SESSION_ENGINE": "django.contrib.sessions.backends.db",
}


def manage(*arguments, **environment):
    changed = os.environ | {"PORTAL_HOSTS": "portal.example"} | environment
    changed = {k: v for k, v in changed.items() if v is not None}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env=changed,
        capture_output=True,
        text=True,
        timeout=60,
    )


def read(names, **environment):
    answer = manage("shell", "--no-imports", "-c", ASK % list(names), **environment)
    return json.loads(answer.stdout)


@pytest.mark.slow
def test_production_is_safe_by_default():
    unset = {"PORTAL_HTTPS": None, "PORTAL_DEBUG": None, "PORTAL_PROXIES": None}
    assert read(SAFE, **unset) == SAFE


@pytest.mark.slow
def test_without_proxies_nothing_forwarded_is_believed():
    names = ["SECURE_PROXY_SSL_HEADER", "PROXIES", "SESSION_COOKIE_NAME"]
    assert read(names, PORTAL_HTTPS="0", PORTAL_PROXIES=None) == {
        "SECURE_PROXY_SSL_HEADER": None,
        "PROXIES": 0,
        "SESSION_COOKIE_NAME": "portal_session",
    }


@pytest.mark.slow
def test_no_secret_no_start():
    answer = manage("check", SECRET_KEY="", PORTAL_VAR="/nonexistent")
    assert answer.returncode != 0
    assert "Set SECRET_KEY" in answer.stderr
