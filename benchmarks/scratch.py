"""A database that lives as long as one benchmark, and what to measure with."""

import statistics
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connections
from django.test.utils import setup_databases, teardown_databases


@contextmanager
def database():
    """An empty migrated database beside the portal's own, and a folder for files."""
    made = setup_databases(verbosity=0, interactive=False)
    kept = settings.VAR
    try:
        with tempfile.TemporaryDirectory() as folder:
            settings.VAR = Path(folder)
            yield
    finally:
        settings.VAR = kept
        connections.close_all()
        teardown_databases(made, verbosity=0)


def seconds(work, times=3):
    """The median time of several calls, in seconds."""
    return statistics.median(_once(work) for _time in range(times))


def _once(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def result(value, baseline_value, baseline, *, unit="s", **more):
    return {
        "value": round(value, 3),
        "unit": unit,
        "baseline": baseline,
        "baseline_value": round(baseline_value, 3),
        "ratio": round(value / baseline_value, 2),
        **more,
    }
