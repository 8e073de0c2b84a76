"""The web fonts: the Noto files of the system, cut to what a Bangla office writes."""

import hashlib
import logging
import os
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

logging.getLogger("fontTools").setLevel(logging.WARNING)
FONT_DIRS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
BANGLA = (
    *range(0x0980, 0x0A00),
    *(0x0964, 0x0965),  # danda, double danda
    *(0x200C, 0x200D, 0x25CC),  # joiners; the circle under a lone vowel sign
    *range(0x0020, 0x0040),  # digits and punctuation between Bangla words
    *(0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026),
)
LATIN = (
    *range(0x0020, 0x007F),
    *range(0x00A0, 0x0100),
    *range(0x2010, 0x2028),
    *range(0x2030, 0x203B),
    *(0x20AC, 0x2116, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212),
)
# The system's file, the name it gets here, and what is kept of it.
CUTS = tuple(
    (f"Noto{face}{script}-{style}.ttf", f"{name}-{weight}.woff2", letters)
    for face, family in (("Sans", "noto-sans"), ("Serif", "noto-serif"))
    for script, name, letters in (
        ("Bengali", f"{family}-bengali", BANGLA),
        ("", family, LATIN),
    )
    for style, weight in (("Regular", 400), ("Bold", 700))
)


class FontsMissingError(Exception):
    """The Noto files (Debian: fonts-noto-core) are not on this system."""


def cut_fonts(target, sources=FONT_DIRS):
    """Write the web fonts into the folder `target`; the names of those newly cut.

    A font is left as it is while its stamp shows the same source and the same cut.
    Raises FontsMissingError, naming the files, before anything is written.
    """
    found = _find(sources)
    target.mkdir(parents=True, exist_ok=True)
    return [
        name
        for file, name, letters in CUTS
        if _cut_if_stale(found[file], target / name, letters)
    ]


def _find(sources):
    wanted = {file for file, _, _ in CUTS}
    found = {
        path.name: path
        for folder in sources
        for path in folder.rglob("Noto*.ttf")
        if path.name in wanted
    }
    if missing := sorted(wanted - found.keys()):
        raise FontsMissingError(", ".join(missing))
    return found


def _cut_if_stale(source, target, letters):
    stamp, wanted = target.with_name(f".{target.stem}.stamp"), _stamp(source, letters)
    if target.exists() and stamp.exists() and stamp.read_text() == wanted:
        return False
    # Renamed into place: two starts at once never show half a font.
    passing = target.with_name(f".{target.stem}.{os.getpid()}")
    _cut(source, passing, letters)
    passing.replace(target)
    stamp.write_text(wanted)
    return True


def _stamp(source, letters):
    seen = source.stat()
    made_of = f"{source} {seen.st_size} {seen.st_mtime_ns} {letters}"
    return hashlib.sha256(made_of.encode()).hexdigest()


def _cut(source, target, letters):
    options = subset.Options(flavor="woff2", hinting=False)
    if letters is BANGLA:  # a conjunct whose feature is cut falls apart
        options.layout_features = ["*"]
    with TTFont(source) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=letters)
        cutter.subset(font)
        subset.save_font(font, target, options)
