"""Run one job on an untrusted file in a process of its own.

A reader may take all memory, loop for ever or abort; the child alone pays for it, and
the parent gets a SheetError. The answer is JSON or the bytes of a workbook, no pickle.
"""

import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from . import limits
from .errors import SENTENCES, SheetError

# -I keeps the environment and the working directory out of the import path.
START = (
    "import sys; sys.path.append(sys.argv.pop(1));"
    "from confined.__main__ import main; main()"
)
HEADER_BYTES = 10_000

logger = logging.getLogger(__name__)


def run(action, path, **job):
    """Return the bytes the child answers with. Raises SheetError."""
    job |= {"action": action, "path": str(Path(path).resolve()), "limits": _limits()}
    with tempfile.TemporaryDirectory(prefix="sheet-") as room:
        question, answer = Path(room, "question"), Path(room, "answer")
        question.write_text(json.dumps(job))
        with question.open("rb") as stdin, answer.open("wb") as stdout:
            _wait(_start(room, stdin, stdout))
        return _body(answer)


def _limits():
    return {
        "memory": limits.CHILD_MEMORY_BYTES,
        "cpu": limits.CHILD_CPU_SECONDS,
        "writes": limits.CHILD_WRITES_BYTES,
        "answer": limits.ANSWER_BYTES,
        "rows": limits.ROWS,
        "columns": limits.COLUMNS,
        "events": limits.EVENTS,
        "occurrences": limits.OCCURRENCES,
    }


def _start(room, stdin, stdout):
    command = [sys.executable, "-I", "-c", START, str(Path(__file__).parent)]
    return subprocess.Popen(  # noqa: S603 our own interpreter and text
        command,
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.DEVNULL,
        cwd=room,
        # Without lxml openpyxl reads all XML through defusedxml.
        env={"TMPDIR": room, "OPENPYXL_LXML": "False"},
        start_new_session=True,
    )


def _wait(process):
    """Raises SheetError unless the child ends by itself, and in time."""
    try:
        code = process.wait(limits.CHILD_WALL_SECONDS)
    except subprocess.TimeoutExpired:
        code = None
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    if code != 0:
        logger.warning("the reader of a sheet ended with %s", code)
        raise SheetError("heavy")


def _body(answer):
    if answer.stat().st_size > limits.ANSWER_BYTES + HEADER_BYTES:
        raise SheetError("text")
    with answer.open("rb") as file:
        code, where = _header(file.readline(HEADER_BYTES))
        if code:
            raise SheetError(code, **where)
        return file.read()


def _header(line):
    """Return the error's code, None for success, and where it is."""
    try:
        header = json.loads(line)
        code, where = header.get("error"), header.get("where", {})
    except (ValueError, AttributeError):
        code, where, header = "damaged", {}, {}
    if header.get("detail"):
        logger.info("the reader of a sheet failed: %s", header["detail"])
    return (code if code in SENTENCES or code is None else "damaged"), where
