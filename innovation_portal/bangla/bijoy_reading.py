"""Text that is said to be Bijoy, as people type it: with `PABX` and addresses in it."""

from innovation_portal.bangla.bijoy import (
    LATIN,
    READ,
    Converted,
    converted,
    to_unicode,
)
from innovation_portal.bangla.bijoy_vote import BANGLA, odds, words
from innovation_portal.bangla.nfc import nfc

COMPANY = 3.0  # what the other words of a line may add to a word's odds


def read_bijoy(text: str) -> Converted:
    """Read what is Bijoy; `PABX`, `Room 405`, `A4`, addresses, Unicode Bangla stay."""
    lines = nfc(text).splitlines(keepends=True)
    return converted(piece for line in lines for piece in _pieces(line))


def _pieces(line):
    at = 0
    for start, end, word in _staying(line):
        yield from to_unicode(line[at:start]).parts
        yield (READ if BANGLA.search(word) or word.isdigit() else LATIN, word)
        at = end
    yield from to_unicode(line[at:]).parts


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
