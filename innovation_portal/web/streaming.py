"""Long files on their way out while they are made."""

from django.http import StreamingHttpResponse
from django.utils import translation

PIECE = 64 * 1024  # bytes that are worth a write


def streamed(pieces, content_type):
    """A response of many small pieces of bytes, sent in larger ones."""
    pieces = _in_language(translation.get_language(), gathered(pieces))
    return StreamingHttpResponse(pieces, content_type=content_type)


def _in_language(language, pieces):
    """They are made when the request, and with it its language, is over."""
    while True:
        with translation.override(language):
            piece = next(pieces, None)
        if piece is None:
            return
        yield piece


def gathered(pieces, least=PIECE):
    """The same bytes in pieces of at least so many, save the last."""
    held, size = [], 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= least:
            yield b"".join(held)
            held, size = [], 0
    if held:
        yield b"".join(held)
