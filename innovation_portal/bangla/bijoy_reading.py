"""Text that is said to be Bijoy, as people type it: with `PABX` and addresses in it."""

import unicodedata
from dataclasses import dataclass

from innovation_portal.bangla.bijoy import to_unicode
from innovation_portal.bangla.bijoy_vote import BANGLA, odds, words

COMPANY = 3.0  # what the other words of a line may add to a word's odds


@dataclass(frozen=True)
class Read:
    """Unicode text (NFC); the pieces in it that could not be read, and Latin words."""

    text: str
    unread: tuple[str, ...] = ()
    latin: tuple[str, ...] = ()


def read_bijoy(text: str) -> Read:
    """Read what is Bijoy; `PABX`, `Room 405`, `A4`, addresses, Unicode Bangla stay."""
    lines = [_line(line) for line in text.splitlines(keepends=True)]
    return Read(
        unicodedata.normalize("NFC", "".join(line.text for line in lines)),
        tuple(piece for line in lines for piece in line.unread),
        tuple(word for line in lines for word in line.latin),
    )


def _line(line):
    texts, unread, latin, at = [], [], [], 0
    for start, end, word in _staying(line):
        before = to_unicode(line[at:start])
        texts += before.text, word
        unread += before.unread
        latin += () if BANGLA.search(word) or word.isdigit() else (word,)
        at = end
    rest = to_unicode(line[at:])
    return Read("".join((*texts, rest.text)), (*unread, *rest.unread), tuple(latin))


def _staying(line):
    """The words of a line that are no Bijoy, with their places."""
    found = list(words(line))
    judged = _judged([word for _, _, word in found])
    told = [stays for stays in judged if stays is not None]
    if not any(told):
        return
    last = told[0]
    for at, (start, end, word) in enumerate(found):
        if judged[at] is not None:
            last = stays = judged[at]
        elif word.isdigit():
            stays = last
        else:
            stays = all(told) or _tied(line, found, judged, at)
        if stays:
            yield start, end, word


def _judged(found):
    """Whether each word stays, by its own odds and its company's.

    None for a number, which goes with the word before it, and for a single letter,
    which stays where all words do, or one that it is tied to: `I` is ও, not in `e-GP`.
    """
    votes = [odds(word) for word in found]
    total = sum(vote or 0 for vote in votes)
    return [None if vote is None else _stays(vote, total - vote) for vote in votes]


def _stays(vote, others):
    return vote + max(-COMPANY, min(COMPANY, others)) < 0


def _tied(line, found, judged, at):
    end = found[at][1]
    return line[end : end + 1] == "-" and at + 1 < len(found) and judged[at + 1]
