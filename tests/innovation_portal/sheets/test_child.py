"""Whatever the child does or dies of, the parent gets an answer or a SheetError."""

import json
import tempfile
import time
from pathlib import Path

import pytest

from innovation_portal.sheets import SheetError, child, limits

from .books import xlsx
from .hostile import many_short_strings, one_long_cell, one_long_string


@pytest.fixture
def run_code(monkeypatch, saved):
    """Run a line of Python in the place of the reader."""

    def run(code):
        monkeypatch.setattr(child, "START", code)
        return child.run("read", saved(b""), kind="csv")

    return run


def refusal(run, *args, **kwargs):
    with pytest.raises(SheetError) as error:
        run(*args, **kwargs)
    return error.value.code


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import os; os.abort()", "heavy"),
        ("import os; os.kill(os.getpid(), 11)", "heavy"),
        ("raise SystemExit(3)", "heavy"),
        ("import no_such_module", "heavy"),
        ("pass", "damaged"),
        ("print('no json')", "damaged"),
        ("print('[]')", "damaged"),
        ("""print('{"error": "no such code"}')""", "damaged"),
        ("""print('{"error": "locked"}')""", "locked"),
    ],
)
def test_each_end_has_its_sentence(code, expected, run_code):
    assert refusal(run_code, code) == expected


def test_a_place_travels_with_the_error(run_code):
    header = {"error": "rows", "where": {"sheet": "S", "cell": "A9"}}
    with pytest.raises(SheetError, match="Sheet: S, cell: A9"):
        run_code(f"print({json.dumps(header)!r})")


def test_the_body_follows_the_first_line(run_code):
    assert run_code("""print('{}'); print('one'); print('two')""") == b"one\ntwo\n"


def test_an_endless_child_is_stopped(run_code, monkeypatch):
    monkeypatch.setattr(limits, "CHILD_WALL_SECONDS", 0.5)
    started = time.monotonic()
    assert refusal(run_code, "import time; time.sleep(60)") == "heavy"
    assert time.monotonic() - started < 10


def test_grandchildren_end_with_the_child(run_code):
    code = (
        "import subprocess; p = subprocess.Popen(['sleep', '60']);"
        "print('{}'); print(p.pid)"
    )
    pid = int(run_code(code))
    for _ in range(100):
        if not _runs(pid):
            break
        time.sleep(0.05)
    assert not _runs(pid)


def _runs(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2]
    except FileNotFoundError:
        return False
    return state.split()[0] != "Z"


def test_an_answer_beyond_the_limit_is_not_read(run_code, monkeypatch):
    monkeypatch.setattr(limits, "ANSWER_BYTES", 1000)
    assert refusal(run_code, "print('{}'); print('x' * 20_000)") == "text"


def test_the_child_sees_no_secret(run_code, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "do not tell")
    names = run_code("import os; print('{}'); print(*os.environ)").split()
    assert set(names) - {b"LC_CTYPE"} == {b"TMPDIR", b"OPENPYXL_LXML"}


def test_the_child_works_in_an_empty_room(run_code):
    listing = run_code("import os; print('{}'); print(sorted(os.listdir()))")
    assert listing == b"['answer', 'question']\n"


def test_nothing_is_left_on_the_disk(run_code, tmp_path_factory, monkeypatch):
    folder = tmp_path_factory.mktemp("tmp")
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    run_code("""open('left', 'w'); print('{}')""")
    assert list(folder.iterdir()) == []


def test_the_child_imports_no_django(run_code):
    code = (
        "import sys; sys.path.append(sys.argv[1]);"
        "from confined import __main__, notes, xlsx_file, xls_file, ods_file, csv_file;"
        "print('{}'); print([m for m in sys.modules if m.startswith('django')])"
    )
    assert run_code(code) == b"[]\n"


def test_the_child_is_confined(run_code):
    code = (
        "import sys, json, resource as r; sys.path.append(sys.argv[1]);"
        "from confined.__main__ import confine;"
        "confine(json.load(sys.stdin)['limits']); print('{}');"
        "print([r.getrlimit(n)[1] for n in (r.RLIMIT_AS, r.RLIMIT_CPU, r.RLIMIT_FSIZE,"
        " r.RLIMIT_CORE, r.RLIMIT_NPROC)])"
    )
    assert json.loads(run_code(code)) == [1024**3, 20, 100 * 1024**2, 0, 0]


def test_a_lower_limit_of_the_service_stays(run_code):
    code = (
        "import sys, json, resource as r; sys.path.append(sys.argv[1]);"
        "r.setrlimit(r.RLIMIT_CPU, (5, 5));"
        "from confined.__main__ import confine;"
        "confine(json.load(sys.stdin)['limits']); print('{}');"
        "print(r.getrlimit(r.RLIMIT_CPU))"
    )
    assert run_code(code) == b"(5, 5)\n"


@pytest.mark.parametrize("build", [one_long_string, one_long_cell])
def test_memory_ends_in_a_sentence(build, saved, monkeypatch):
    """What the prescan would stop; here it reaches the reader."""
    monkeypatch.setattr(limits, "CHILD_MEMORY_BYTES", 200 * limits.MB)
    assert refusal(child.run, "read", saved(build()), kind="xlsx") == "heavy"


def test_cpu_ends_in_a_sentence(saved, monkeypatch):
    monkeypatch.setattr(limits, "CHILD_CPU_SECONDS", 1)
    path = saved(many_short_strings())
    assert refusal(child.run, "read", path, kind="xlsx") == "heavy"


def test_an_entity_is_refused_as_such(saved, caplog):
    caplog.set_level("INFO")
    book = xlsx(head='<!DOCTYPE x [<!ENTITY a "b">]>')
    assert refusal(child.run, "read", saved(book), kind="xlsx") == "damaged"
    assert caplog.text.count("EntitiesForbidden") == 1
