"""The number of a page in Bangla digits, which no format of Word's own fields has.

Each digit is ten questions put to Word: is it a 1, then ১, else nothing. They need no
function with two arguments, since what stands between those hangs on the country.
"""

from innovation_portal.bangla.digits import BANGLA
from innovation_portal.paper.docx_elements import element, paragraph_properties, run

PAGE = ["PAGE"]
TENS = ["=INT(", PAGE, "/10)"]
ONES = ["=", PAGE, "-10*INT(", PAGE, "/10)"]


def page_number(look):
    """A paragraph ``পৃষ্ঠা ১``; pages up to 99."""
    tens = [_digit(look, TENS, digit) for digit in range(1, 10)]
    ones = [_digit(look, ONES, digit, first=digit == 1) for digit in range(10)]
    numbers = [part for field in (*tens, *ones) for part in field]
    label = run(look, _text("পৃষ্ঠা "))
    return element("p", paragraph_properties(look), label, *numbers)


def _digit(look, number, digit, *, first=False):
    """What Word writes where the number is this digit; of page 1 it is here already."""
    question = ["IF ", number, f' = {digit} "{BANGLA[digit]}" ""']
    shown = BANGLA[digit] if first else ""
    return list(_field(look, question, shown))


def _field(look, code, shown=""):
    yield run(look, element("fldChar", fldCharType="begin"))
    for part in code:
        if isinstance(part, list):
            yield from _field(look, part)
        else:
            yield run(look, _text(part, "instrText"))
    yield run(look, element("fldChar", fldCharType="separate"))
    if shown:
        yield run(look, _text(shown))
    yield run(look, element("fldChar", fldCharType="end"))


def _text(text, tag="t"):
    made = element(tag)
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made
