"""The words of a text as they are searched: each one's key, and what it sounds like.

Letters and digits part words (ds16 is ds and 16), in rows and in queries alike.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from innovation_portal.bangla.folding import (
    JOINERS,
    SHORTENED_NAME,
    clean,
    recompose,
    search_key,
)
from innovation_portal.bangla.nfc import nfkc
from innovation_portal.bangla.sounds import sound

SILENT = "-"  # what a number sounds like
LETTER = r"(?![\d_৳৷])[\w\u0980-\u09ff]"
RUN = re.compile(rf"\d+|(?:{LETTER})+")
WITHOUT_JOINERS = str.maketrans("", "", JOINERS)


class Spoken(NamedTuple):
    """A word's key and its sound, neither ever empty."""

    key: str
    sound: str


@lru_cache(maxsize=1 << 14)  # a list says the same posts and offices again and again
def words(text: str) -> tuple[Spoken, ...]:
    text = recompose(nfkc(clean(text)).casefold())
    text = SHORTENED_NAME.sub(r"\1 ", text.translate(WITHOUT_JOINERS))
    found = ((search_key(run).replace(" ", ""), run) for run in RUN.findall(text))
    return tuple(Spoken(key, _sound(key, run)) for key, run in found if key)


def _sound(key, run):
    return SILENT if key.isdigit() else sound(run).replace(" ", "") or SILENT
