"""Digits in either script: ০১২ on the way out, 012 for everything that counts."""

BANGLA = "০১২৩৪৫৬৭৮৯"
ASCII = "0123456789"
# Full-width, Arabic-Indic, Persian and Devanagari digits come in with pasted text.
FOREIGN = ("０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९")

TO_BANGLA = str.maketrans(ASCII, BANGLA)
TO_ASCII = str.maketrans("".join((BANGLA, *FOREIGN)), ASCII * (1 + len(FOREIGN)))


def to_bangla(text: object) -> str:
    return str(text).translate(TO_BANGLA)


def to_ascii(text: object) -> str:
    return str(text).translate(TO_ASCII)
