"""Bangla fonts of the office's own, such as Nikosh: files in a folder of theirs."""

import json
import logging
import subprocess
import sys
from functools import lru_cache

from django.conf import settings

SUFFIXES = {".ttf", ".otf", ".woff", ".woff2"}
LARGEST = 10 * 1024 * 1024  # bytes
SECONDS = 40

logger = logging.getLogger(__name__)


def office_fonts():
    """Paths by weight, 400 and perhaps 700; empty where no usable regular font lies.

    Of two files of one weight the first by name is used. A file that cannot be used
    is logged once, with the reason.
    """
    found = {}
    for path in _files():
        seen = path.stat()
        if weight := _weight(path, seen.st_size, seen.st_mtime_ns):
            found.setdefault(weight, path)
    return found if 400 in found else {}


def _files():
    folder = settings.OFFICE_FONTS.resolve()
    if not folder.is_dir():
        return []
    return sorted(
        path
        for path in folder.iterdir()
        if path.suffix.lower() in SUFFIXES and path.is_file()
    )


@lru_cache(64)
def _weight(path, size, _changed):
    """What a trial of the file, as it is now, found; None where it is refused."""
    answer = _tried(path) if size <= LARGEST else {"refused": "it is larger than 10 MB"}
    if "refused" in answer:
        logger.warning("the font %s is not used: %s", path.name, answer["refused"])
    return answer.get("weight")


def _tried(path):
    if not path.resolve().is_relative_to(path.parent):
        return {"refused": "it is a link to another folder"}
    command = [sys.executable, "-m", "innovation_portal.paper.trial", str(path)]
    try:
        child = subprocess.run(  # noqa: S603 our own interpreter
            command,
            cwd=settings.BASE_DIR,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=True,
        )
        return json.loads(child.stdout.splitlines()[-1])
    except (subprocess.SubprocessError, ValueError, IndexError) as error:
        return {"refused": f"its trial ended without an answer ({error})"}
