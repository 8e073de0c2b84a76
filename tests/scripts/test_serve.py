import os
import signal
import socket
import subprocess

import pytest

from .conftest import wait_until

pytestmark = pytest.mark.slow


def test_stopping_ends_what_was_started_and_nothing_else(site):
    stranger = subprocess.Popen(["sleep", "300"])
    serving = site.serve()
    started = site.processes()

    assert site.answers()
    assert site.cluster_pid() in started
    serving.send_signal(signal.SIGTERM)

    assert serving.wait(60) == 0
    wait_until(site.is_silent)
    assert site.cluster_pid() is None
    assert stranger.poll() is None
    stranger.kill()
    stranger.wait()


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGHUP])
def test_control_c_and_a_closed_terminal_stop_it_too(site, sent):
    serving = site.serve()
    os.killpg(serving.pid, sent)

    assert serving.wait(60) == 0
    wait_until(site.is_silent)


def test_killed_hard_it_takes_its_processes_along_and_starts_again(site):
    serving = site.serve()
    serving.kill()
    serving.wait()

    site.serve()

    assert site.answers()


def test_a_worker_that_was_killed_is_replaced(site):
    site.serve()
    (first,) = wait_until(lambda: workers(site))
    os.kill(first, signal.SIGKILL)

    (second,) = wait_until(lambda: workers(site) - {first})

    assert second != first
    assert site.answers()


def workers(site):
    return {pid for pid in site.processes() if words_of(pid)[-1:] == [b"work"]}


def words_of(pid):
    try:
        with open(f"/proc/{pid}/cmdline", "rb") as words:
            return words.read().split(b"\0")[:-1]
    except OSError:
        return []


def test_a_second_start_makes_nothing_again(site):
    site.serve().terminate()
    wait_until(site.is_silent)
    kept = [
        site.var / name
        for name in ("secret_key", "pg/ready", "pg/data", "static/.stamp")
    ]
    before = [(path.stat().st_ino, path.stat().st_mtime) for path in kept[:2]]
    stamp = kept[3].stat().st_mtime

    site.serve()

    assert [(path.stat().st_ino, path.stat().st_mtime) for path in kept[:2]] == before
    assert kept[3].stat().st_mtime == stamp


def test_a_taken_port_is_one_line_that_names_the_holder(site):
    with socket.create_server(("127.0.0.1", site.port)):
        done = site.run("bin/serve", "--port", str(site.port), "--host", "127.0.0.1")

    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith(
        f"portal: port {site.port} of 127.0.0.1: Address already in use"
        f" (process {os.getpid()}: "
    )


@pytest.mark.parametrize(
    "arguments", [("--port",), ("--port", "web"), ("--prot", "80"), ("8000",)]
)
def test_words_it_does_not_know_are_told(site, arguments):
    done = site.run("bin/serve", *arguments)

    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("portal: ")
