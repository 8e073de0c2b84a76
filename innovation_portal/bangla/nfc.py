"""Normal forms for text of any origin, in time that grows with its length alone."""

import re
import unicodedata

# unicodedata sorts a run of marks by insertion: 100,000 nuktas and hasantas in turn
# cost 8 seconds. No piece of real text is so long without a space.
PIECE = re.compile(r".{1,2000}(?=\s|\Z)|.{1,2000}", re.DOTALL)


def nfc(text: str) -> str:
    """Normalise; only what runs on for 2000 characters without a space is cut."""
    return _in_pieces("NFC", text)


def nfkc(text: str) -> str:
    """The same, with compatible characters as one, for comparing."""
    return _in_pieces("NFKC", text)


def _in_pieces(form, text):
    if len(text) <= 2000 or text.isascii():
        return unicodedata.normalize(form, text)
    return "".join(unicodedata.normalize(form, piece) for piece in PIECE.findall(text))
