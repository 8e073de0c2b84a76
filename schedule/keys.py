"""Keys of rows as addresses and forms say them."""


def key(text):
    """The number that a text is, if it may be a row's; else None."""
    known = text.isascii() and text.isdigit() and len(text) < 19
    return int(text) if known else None
