"""Words and hours that no end of a line may cut, in the text and on the paper."""

import pytest

from innovation_portal.paper.pdf import from_html
from innovation_portal.templatetags.paper import whole
from tests.papers import pages

from .papers import page

pytestmark = pytest.mark.slow


def held(text):
    return f'<span class="whole">{text}</span>'


@pytest.mark.parametrize(
    "text",
    ["ই-মেইল", "ঢাকা-১০০০।", "০১৭১২-৩৪৫৬৭৮,", "সকাল ১০:৩০টা", "বিকাল ৩ ঘটিকা", "রাত ৮টা"],
)
def test_is_held_together(text):
    assert whole(text) == held(text)
    assert whole(f"কখ {text} গ") == f"কখ {held(text)} গ"


@pytest.mark.parametrize(
    "text", ["", "মেইল", "২০১৬ - ২০১৭", "সকাল থেকে", "-", "উদ্ভাবন-সংক্রান্ত-অতিদীর্ঘ"]
)
def test_is_left_as_it_is(text):
    assert whole(text) == text


def test_what_is_held_is_escaped():
    assert whole("<b>-<i> & x") == f"{held('&lt;b&gt;-&lt;i&gt;')} &amp; x"


def test_long_texts_of_hyphens_stay_cheap():
    assert len(whole("-" * 200_000 + "সকাল " * 50_000)) > 200_000


@pytest.mark.parametrize("text", ["ই-মেইল", "সকাল ১০:৩০টা"])
def test_on_paper_the_line_ends_before_it(text):
    lines = "".join(
        f'<div style="width:{width}mm">কখগঘ {whole(text)}</div>'
        for width in range(12, 40, 2)
    )
    (said,) = pages(from_html(page(lines)))
    assert text.split()[0] not in {
        line for line in said.splitlines() if line != text and "কখগঘ" not in line
    }
    assert sum(text in line for line in said.splitlines()) == 14
