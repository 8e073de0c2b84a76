"""bin/manage bijoy_to_unicode as a filter between pipes."""

import io
import os
import select
import subprocess
import sys

import pytest
from django.conf import settings
from django.core.management import call_command

from innovation_portal.management.commands.bijoy_to_unicode import decoded

PATIENCE = 60  # seconds
COMMAND = (sys.executable, "manage.py", "bijoy_to_unicode")


@pytest.fixture
def run(monkeypatch, capsysbinary):
    """Runs the command over bytes: (bytes out, text on standard error, exit code)."""

    def running(source):
        stdin = io.TextIOWrapper(io.BytesIO(source))
        monkeypatch.setattr(sys, "stdin", stdin)
        code = 0
        try:
            call_command("bijoy_to_unicode")
        except SystemExit as end:
            code = end.code
        out, errors = capsysbinary.readouterr()
        return out, errors.decode(), code

    return running


def started(**pipes):
    env = os.environ | {"PYTHONUNBUFFERED": ""}  # which would flush in our place
    return subprocess.Popen(COMMAND, cwd=settings.BASE_DIR, env=env, **pipes)


def test_line_by_line(run):
    source = "wkí gš¿Yvjq\r\n\nPABX 217\nmwPe".encode()
    meant = "শিল্প মন্ত্রণালয়\r\n\nPABX 217\nসচিব".encode()
    assert run(source) == (meant, "", 0)
    assert run(b"") == (b"", "", 0)


def test_text_saved_as_ansi(run):
    source = "wkí gš¿Yvjq\n‡Uwj‡dvb Ñ Kg©KZ©v\n"
    assert run(source.encode("cp1252")) == run(source.encode())


def test_says_what_it_could_not_read_and_ends_with_one(run):
    source = "K\nK ¨ L €\nM\n‡\n".encode()
    assert run(source) == (
        "ক\nক ¨ খ €\nগ\n‡\n".encode(),
        "line 2: ¨ €\nline 4: ‡\n",
        1,
    )


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        ([b"\xef\xbb\xbfK\n", b"L"], ["K\n", "L"]),
        (
            [b"K\n", b"\x9a\xcd\n", "é".encode()],
            ["K\n", "šÍ\n", "Ã©"],
        ),  # ANSI from there on
        (["šÍ\n".encode(), b"\xff"], ["šÍ\n", "ÿ"]),
        ([bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D])], ["\x81\x8d\x8f\x90\x9d"]),
    ],
)
def test_bytes_of_either_encoding(lines, read):
    assert list(decoded(lines)) == read


def test_each_line_comes_out_before_the_next_goes_in():
    with started(stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        for bijoy, meant in (("mwPe\n", "সচিব\n"), ("DcmwPe\n", "উপসচিব\n")):
            process.stdin.write(bijoy.encode())
            process.stdin.flush()
            assert select.select([process.stdout], [], [], PATIENCE)[0]
            assert process.stdout.readline() == meant.encode()
        process.stdin.close()
        assert process.wait(PATIENCE) == 0


def test_a_reader_who_has_seen_enough_is_no_error():
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with started(**pipes) as process:
        process.stdin.write(b"mwPe\n")
        process.stdin.flush()
        process.stdout.readline()
        process.stdout.close()
        process.stdin.write(b"mwPe\n" * 3)
        process.stdin.close()
        assert (process.stderr.read(), process.wait(PATIENCE)) == (b"", 0)
