"""Real processes and threads beside a test, on the test's database."""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote

from django.conf import settings
from django.db import connections

PATIENCE = 40  # seconds


def address(alias):
    """The test database as an address for another process."""
    db = connections[alias].settings_dict
    host = quote(db["HOST"], safe="") + (f":{db['PORT']}" if db["PORT"] else "")
    user = quote(db["USER"]) + (f":{quote(db['PASSWORD'])}" if db["PASSWORD"] else "")
    return f"postgres://{user}@{host}/{db['NAME']}"


def start(*arguments, **environment):
    """Start ``python *arguments`` in the project's folder, on the test database."""
    values = {
        "DATABASE_URL": address("default"),
        "OWNER_DATABASE_URL": address("owner"),
        "SECRET_KEY": "test",
        "DJANGO_SETTINGS_MODULE": "innovation_portal.settings",
        "PORTAL_VAR": str(settings.VAR),
    }
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=settings.BASE_DIR,
        env=os.environ | values | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_until(condition, seconds=PATIENCE):
    """Wait until the condition gives something, and give it; else fail."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := condition():
            return found
        time.sleep(0.05)
    raise AssertionError(f"{condition} did not come true in {seconds} s")


def at_once(*functions):
    """What each function gives, each run in a thread with connections of its own."""
    with ThreadPoolExecutor(len(functions)) as pool:
        return [f.result(PATIENCE) for f in [pool.submit(_alone, f) for f in functions]]


def _alone(function):
    try:
        return function()
    finally:
        connections.close_all()
