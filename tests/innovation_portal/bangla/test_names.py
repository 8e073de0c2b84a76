import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovation_portal.bangla.folding import clean
from innovation_portal.bangla.names import LEADING, sort_name

FILED = [
    ("মোঃ আব্দুল করিম", "আব্দুল করিম"),
    ("মোঃআব্দুল করিম", "আব্দুল করিম"),
    ("মো: আব্দুল করিম", "আব্দুল করিম"),
    ("মো. আব্দুল করিম", "আব্দুল করিম"),
    ("মোহাম্মদ হোসেন", "হোসেন"),
    ("মুহাম্মদ আলী", "আলী"),
    ("জনাব ড. মোঃ করিম", "করিম"),
    ("মোছাঃ লায়লা", "লায়লা"),
    ("মোসাম্মৎ লায়লা", "লায়লা"),
    ("মিজ্ রুবি", "রুবি"),
    ("ডাঃ সৈয়দ আলী", "আলী"),
    ("প্রকৌশলী কবির", "কবির"),
    ("Engr. Md. Karim", "Karim"),
    ("MD KARIM", "KARIM"),
    ("Syed Ali", "Ali"),
    # Only what leads is passed over, and never the whole name.
    ("বেগম রোকেয়া", "রোকেয়া"),
    ("রোকেয়া বেগম", "রোকেয়া বেগম"),
    ("তাহমিনা খাতুন", "তাহমিনা খাতুন"),
    ("বেগম", "বেগম"),
    ("মোঃ", "মোঃ"),
    ("জনাব মোঃ", "মোঃ"),
    ("সৈয়দ", "সৈয়দ"),
    # Longer words that begin alike are names.
    ("মিজানুর রহমান", "মিজানুর রহমান"),
    ("মোস্তফা কামাল", "মোস্তফা কামাল"),
    ("ডালিয়া নওশিন", "ডালিয়া নওশিন"),
    ("মোহনা", "মোহনা"),
    ("শেখ করিম", "শেখ করিম"),
    ("Mostafa Kamal", "Mostafa Kamal"),
    ("এ. কে. এম. ফজলুল হক", "এ. কে. এম. ফজলুল হক"),
    ("সেবা ১০, ٢, १", "সেবা 10, 2, 1"),
    ("", ""),
]


@pytest.mark.parametrize(("name", "filed_under"), FILED)
def test_what_a_person_is_filed_under(name, filed_under):
    assert sort_name(name) == clean(filed_under)


PIECES = st.sampled_from(
    ["জনাব", "মোঃ", "মো", ":", ".", " ", "ড.", "বেগম", "Md", "করিম"]
)


@given(st.lists(PIECES).map("".join) | st.text())
def test_a_name_ends_as_it_did_and_something_stays(name):
    filed = sort_name(name)
    assert sort_name(clean(name)).endswith(filed)
    assert bool(filed) == bool(clean(name))


def test_many_titles_stay_cheap():
    assert sort_name("মোঃ " * 50_000 + "করিম") == "করিম"
    assert re.sub(LEADING, "", "মো" * 100_000) == "মো" * 100_000
