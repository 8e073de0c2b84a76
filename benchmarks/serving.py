"""The portal under gunicorn with all its middleware, and clients that ask it."""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.parse import quote

from django.conf import settings
from django.core.management import call_command
from django.db import connection

CLIENTS = 4  # connections that ask at once, each as quickly as it is answered
SECONDS = 3  # of asking for one figure
LENGTH = re.compile(rb"\r\ncontent-length: (\d+)", re.I)
ETAG = re.compile(rb"\r\netag: ([^\r]+)", re.I)


@contextmanager
def portal():
    """The Unix socket at which gunicorn serves the database of the benchmark."""
    call_command("collectstatic", interactive=False, verbosity=0)
    with tempfile.TemporaryDirectory() as folder:
        place = f"{folder}/portal"
        server = subprocess.Popen(
            [
                *(sys.executable, "-m", "gunicorn", "--config", "gunicorn.conf.py"),
                *("--bind", f"unix:{place}", "--log-level", "error"),
                "benchmarks.application:application",
            ],
            cwd=settings.BASE_DIR,
            env=os.environ | _environment(),
        )
        try:
            _wait_for(place, server)
            yield place
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(30)


def _environment():
    database = connection.settings_dict
    place = quote(database["HOST"], safe="")
    port = f":{database['PORT']}" if database["PORT"] else ""
    word = f":{quote(database['PASSWORD'])}" if database["PASSWORD"] else ""
    url = f"postgres://{database['USER']}{word}@{place}{port}/{database['NAME']}"
    return {"DATABASE_URL": url, "PORTAL_HOSTS": "localhost", "PORTAL_HTTPS": "0"}


def _wait_for(place, server):
    for _try in range(120):
        if server.poll() is not None:
            break
        if Path(place).exists() and b" 200 " in ask(place, "/bench/empty/"):
            return
        time.sleep(0.25)
    raise RuntimeError("gunicorn does not answer")


def rates(place, paths):
    """Requests answered in a second, the median of three turns, for each name.

    ``paths`` maps names to (path, ETag or None); ``{n}`` in a path is another number
    each time. They take turns, so that what else the machine does meets all of them.
    """
    found = {name: [] for name in paths}
    with ProcessPoolExecutor(CLIENTS) as clients:
        for _turn in range(3):
            for name, (path, etag) in paths.items():
                asked = [(place, path, etag)] * CLIENTS
                counts = clients.map(_ask_for_a_while, asked)
                found[name].append(sum(counts) / SECONDS)
    return {name: median(turns) for name, turns in found.items()}


def etag_of(place, path):
    return ETAG.search(ask(place, path))[1].decode()


def ask(place, path):
    """The whole answer to one request."""
    with _connected(place) as line:
        return _exchange(line, _request(path, None))


def _ask_for_a_while(asked):
    place, path, etag = asked
    answered = 0
    status = b" 304 " if etag else b" 200 "
    end = time.perf_counter() + SECONDS
    with _connected(place) as line:
        while time.perf_counter() < end:
            turn = path.format(n=f"{os.getpid()}.{answered}")
            answer = _exchange(line, _request(turn, etag))
            if status not in answer[:20]:
                raise RuntimeError(answer[:200])
            answered += 1
    return answered


def _connected(place):
    line = socket.socket(socket.AF_UNIX)
    line.settimeout(60)
    line.connect(place)
    return line


def _request(path, etag):
    known = f"If-None-Match: {etag}\r\n" if etag else ""
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\n{known}\r\n".encode()


def _exchange(line, request):
    """Send one request and read all of its answer, by the length that it names."""
    line.sendall(request)
    answer = line.recv(1 << 16)
    while b"\r\n\r\n" not in answer:
        answer += _more(line)
    head = answer.index(b"\r\n\r\n") + 4
    length = LENGTH.search(answer[:head])
    while len(answer) < head + int(length[1] if length else 0):
        answer += _more(line)
    return answer


def _more(line):
    part = line.recv(1 << 16)
    if not part:
        raise RuntimeError("gunicorn hung up")
    return part
