"""The commands of bin/ run on a folder, a cluster and a port of their own."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest

SOURCE = ". bin/lib/portal.sh"
NEWS = ("Making the database …",)
ROOT = Path(__file__).resolve().parents[2]


def wait_until(holds, seconds=30):
    end = time.monotonic() + seconds
    while not (result := holds()):
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)
    return result


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


class Portal:
    """A portal in its own PORTAL_VAR; `run` waits for a command, `start` does not."""

    def __init__(self, var):
        self.var = var
        self.port = free_port()
        self.started = []

    def environment(self, **extra):
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("DATABASE_", "OWNER_DATABASE_", "PORTAL_"))
        }
        return kept | {"PORTAL_VAR": str(self.var), "PORTAL_DEMO": "0"} | extra

    def run(self, *command, cwd=None, **extra):
        return subprocess.run(
            [str(ROOT / command[0]), *command[1:]],
            env=self.environment(**extra),
            cwd=cwd,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def library(self, script, **extra):
        """What a bash script prints that has sourced bin/lib/portal.sh."""
        words = "/usr/bin/env", "bash", "-c", f"{SOURCE}\n{script}"
        return self.run(*words, cwd=ROOT, **extra)

    def sql(self, question, **extra):
        """Rows as PostgreSQL's superuser sees them, columns parted by a bar."""
        done = self.library(f'open_var; join_cluster; sql "{question}"', **extra)
        assert (done.returncode, done.stderr) == (0, "")
        said = done.stdout.splitlines()
        return [line for line in said if line not in NEWS]

    def start(self, *command, **extra):
        # A run in the background ignores Ctrl-C; its children must not inherit that.
        heeding = "env", "--default-signal=INT,HUP"
        process = subprocess.Popen(
            [*heeding, str(ROOT / command[0]), *command[1:]],
            env=self.environment(**extra),
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.started.append(process)
        return process

    def serve(self):
        """bin/serve, once it has said where the portal is open."""
        process = self.start(
            "bin/serve", "--port", str(self.port), "--host", "127.0.0.1"
        )
        said = []
        for line in process.stdout:
            said.append(line)
            if line.startswith("Stop it"):
                return process
        raise AssertionError("".join(said))

    def answers(self):
        address = f"http://127.0.0.1:{self.port}/healthz"
        try:
            with urllib.request.urlopen(address, timeout=10) as response:
                return response.status == 200
        except OSError:
            return False

    def processes(self):
        """Numbers of the living processes that were started with this PORTAL_VAR."""
        mark = f"PORTAL_VAR={self.var}".encode()
        return {
            int(folder.name)
            for folder in Path("/proc").glob("[0-9]*")
            if mark in environment_of(folder).split(b"\0")
        }

    def cluster_pid(self):
        try:
            return int((self.var / "pg/data/postmaster.pid").read_text().split()[0])
        except (FileNotFoundError, IndexError):
            return None

    def is_silent(self):
        return not self.processes()


def environment_of(folder):
    try:
        return (folder / "environ").read_bytes()
    except OSError:
        return b""


def end(process):
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        process.wait(60)
    process.stdout.close()


@contextmanager
def portal_in(var):
    portal = Portal(var)
    yield portal
    for process in portal.started:
        end(process)
    wait_until(portal.is_silent)


@pytest.fixture
def var():
    """Not under tmp_path: for root, another user runs PostgreSQL and must reach it."""
    var = new_var()
    yield var
    shutil.rmtree(var)


@pytest.fixture
def portal(var):
    """A portal that nobody has started yet."""
    with portal_in(var) as portal:
        yield portal


def new_var():
    var = Path(tempfile.mkdtemp(prefix="portal-"))
    var.chmod(0o755)
    return var


def copied(template, var):
    subprocess.run(["cp", "-a", f"{template}/.", var], check=True)
    return var


@pytest.fixture(scope="session")
def made_var():
    var = new_var()
    with portal_in(var) as portal:
        portal.sql("SELECT 1")
    with (var / "pg/data/postgresql.conf").open("a") as settings:
        settings.write("fsync = off\n")  # the copies live for one test
    yield var
    shutil.rmtree(var)


@pytest.fixture(scope="session")
def site_var(made_var):
    var = copied(made_var, new_var())
    for name in ("fonts", "static"):
        if (stands := Path(os.environ["PORTAL_VAR"]) / name).exists():
            shutil.copytree(stands, var / name)
    with portal_in(var) as portal:
        assert portal.run("bin/manage", "migrate", "--verbosity", "0").returncode == 0
    yield var
    shutil.rmtree(var)


@pytest.fixture
def made(var, made_var):
    """A portal whose cluster was made by an earlier start."""
    with portal_in(copied(made_var, var)) as portal:
        yield portal


@pytest.fixture
def site(var, site_var):
    """One with its tables too, and with fonts and static files of the run at hand."""
    with portal_in(copied(site_var, var)) as portal:
        yield portal
