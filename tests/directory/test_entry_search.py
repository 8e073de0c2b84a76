"""What a word of a search finds in the list."""

import pytest

from directory import choices
from directory.models import Edition, Entry
from tests.directory.entries import edition, entries, entry


@pytest.fixture(autouse=True)
def lines(db):
    edition()
    entry(
        "মোঃ আব্দুল করিম",
        honorific="জনাব",
        post="উপসচিব",
        section="প্রশাসন-১ শাখা",
        wing="প্রশাসন অনুবিভাগ",
        office_phone="০২-৯৫৮৩৪৭২",
        mobile="০১৭১২-৩৪৫৬৭৮",
        email="ds16@moind.example.gov.bd",
        room="৪০৫",
    )
    entry(
        "তাহমিনা খাতুন",
        post="সিনিয়র সহকারী সচিব",
        section="নীতি শাখা",
        wing="নীতি, আইন ও আন্তর্জাতিক সহযোগিতা অনুবিভাগ",
        office_phone="9551612, 9551613",
        intercom="217",
        residence="8989858",
    )
    entry(post="অভ্যর্থনা", wing="সেবা নম্বর", pabx="১০১")


def found(text):
    names = Entry.objects.search(text).in_order().values_list("name", "post")
    return [name or post for name, post in names]


@pytest.mark.parametrize(
    "text",
    [
        "করিম",
        "  করিম  ",
        "কর",  # half a word
        "আবদুল",  # as it is also spelt
        "করিম উপসচিব",
        "প্রশাসন-১",
        "প্রশাসন অনুবিভাগ করিম",
        "ds16@moind",
        "DS16",
        "02-9583472",
        "০২-৯৫৮৩৪৭২",
        "৯৫৮৩",
        "83472",
        "01712 345678",
        "+8801712345678",
        "8801712345678",
        "০০৮৮০১৭১২৩৪৫৬৭৮",
        "+88 01712-345678",
        "৪০৫",
    ],
)
def test_finds_one_of_three(text):
    assert found(text) == ["মোঃ আব্দুল করিম"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("9551613", ["তাহমিনা খাতুন"]),
        ("8989858", ["তাহমিনা খাতুন"]),
        ("২১৭", ["তাহমিনা খাতুন"]),
        ("101", ["অভ্যর্থনা"]),
        ("শাখা", ["মোঃ আব্দুল করিম", "তাহমিনা খাতুন"]),
        ("করিম নীতি", []),
        ("999999", []),
    ],
)
def test_finds_what_has_every_word(text, names):
    assert found(text) == names


@pytest.mark.parametrize("text", ["", "  ", "-", "%", "_", "।", "\\", "'", "+"])
def test_marks_alone_ask_nothing(text):
    assert len(found(text)) == 3


@pytest.mark.parametrize("text", ["কর%ম", "কর_ম", "9583_72", "95%72"])
def test_has_no_wildcards(text):
    assert found(text) == []


def test_wings_stand_in_the_order_of_the_list():
    entry("রহিম", wing="প্রশাসন অনুবিভাগ")
    assert [*Entry.objects.wings()] == [
        "প্রশাসন অনুবিভাগ",
        "নীতি, আইন ও আন্তর্জাতিক সহযোগিতা অনুবিভাগ",
        "সেবা নম্বর",
    ]


def page(client, query):
    return " ".join(client.get(f"/en/directory/?q={query}").text.split())


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("করিম", "মোঃ আব্দুল <mark>করিম</mark>"),
        ("প্রশাসন-১", "<mark>প্রশাসন</mark>-<mark>১</mark> শাখা"),
        ("উপস", "<mark>উপস</mark>চিব"),
        ("83472", "০২-৯৫<mark>৮৩৪৭২</mark></a>"),
        ("moind", "ds16@<mark>moind</mark>.example"),
        ("korim", "আব্দুল <mark>করিম</mark>"),
        ("করমি", "আব্দুল <mark>করিম</mark>"),
        ("৪০৫", "<mark>৪০৫</mark>"),
        ("অনুবিভাগ", "প্রশাসন <mark>অনুবিভাগ</mark></th>"),
    ],
)
def test_what_matched_is_marked(client, query, marked):
    assert marked in page(client, query)


def test_nothing_is_marked_in_the_whole_list(client):
    assert "<mark>" not in client.get("/en/directory/").text


def test_marks_are_no_way_in_for_markup(client):
    entry("<b>করিম</b>", post="<script>alert(1)</script> & করিম")
    text = page(client, "করিম")
    assert "&lt;b&gt;<mark>করিম</mark>&lt;/b&gt;" in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; <mark>করিম</mark>" in text
    assert "<mark>করিম</mark>" not in page(client, "<mark>করিম</mark>bold")


def test_the_page_says_when_only_similar_names_are_shown(client):
    near = "Nothing matches exactly; similar names are shown."
    assert near in page(client, "করমি")
    assert near not in page(client, "করিম")
    assert near not in page(client, "korim")


@pytest.mark.parametrize(("query", "said"), [("কঁ ঘঘ", True), ("ঘঘঘঘ", False)])
def test_the_page_says_which_words_are_too_short(client, query, said):
    assert ("Write at least three letters" in page(client, query)) == said


def test_ranked_lines_stand_without_headings_and_say_their_wing(client):
    text = page(client, "korim")
    assert 'class="group"' not in text
    assert '<span class="wing">প্রশাসন অনুবিভাগ</span>' in text


def test_of_many_alike_only_the_first_are_shown(client, monkeypatch):
    for module in ("innovation_portal.web.pages.CappedPaginator.LIMIT",):
        monkeypatch.setattr(module, 60)
    monkeypatch.setattr("directory.finding.answers.MOST", 60)
    monkeypatch.setattr("directory.finding.found.MOST", 60)
    entries(*["জাহাঙ্গীর"] * 70)
    assert "The first 60 are shown; one more word brings fewer." in page(
        client, "jahangir"
    )
    assert page(client, "jahangir&page=2").count("<tr>") == 10 + 1
    assert client.get("/en/directory/?q=jahangir&page=3").status_code == 200


@pytest.mark.parametrize("query", ["করিম", "korim", "করমি", "korim&sort=name"])
def test_a_search_costs_few_queries(client, query, django_assert_max_num_queries):
    choices.wings(
        Edition.objects.current()
    )  # the lines are read for them once for each edition
    with django_assert_max_num_queries(9):
        client.get(f"/directory/?q={query}")


@pytest.mark.parametrize(
    "text",
    [
        "ক" * 100,
        "কখ " * 33,
        "\u0981\u09cd" * 50,
        "(" * 100,
        "1-" * 50,
        "a1" * 50,
        "😀ﷺ" * 25,
    ],
)
def test_odd_questions_stay_cheap(client, text):
    assert client.get("/directory/", {"q": text}).status_code == 200
