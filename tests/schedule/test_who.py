import pytest

from directory.models import Officer
from schedule.details import Part
from schedule.who import chairs_like, explain, people_like, pieces, understood
from tests.directory import entries
from tests.factories import OfficeFactory, OfficerFactory
from tests.schedule.sittings import chair, sitting

pytestmark = pytest.mark.django_db


@pytest.fixture
def line():
    """A call makes a line of the directory with its officer."""
    entries.edition()

    def made(name, post, **texts):
        officer = OfficerFactory(name=name) if name else None
        return entries.entry(name, post=post, officer=officer, **texts)

    return made


def names(matches):
    return [(match.part.name, match.note) for match in matches]


def test_who_chairs_often_comes_first(line):
    line("রহিম", "সচিব", section="সচিবের দপ্তর")
    chair("করিম", shown_as="সচিব মহোদয়")
    assert names(chairs_like("সচিব")) == [
        ("সচিব মহোদয়", "করিম"),
        ("সচিব (সচিবের দপ্তর)", "রহিম"),
    ]


def test_without_a_text_those_who_chair_often_are_offered(line):
    line("রহিম", "সচিব")
    chair("করিম", shown_as="মাননীয় মন্ত্রী")
    assert names(chairs_like("")) == [("মাননীয় মন্ত্রী", "করিম")]


def test_a_chair_of_the_registry_is_not_offered_for_his_own_line(line):
    own = line("করিম", "সচিব")
    chair("x", shown_as="সচিব মহোদয়")
    listed = chair("y", shown_as="করিম সাহেব")
    listed.officer, listed.line = own.officer, own.line
    listed.save()
    assert names(chairs_like("করিম")) == [("করিম সাহেব", "করিম")]


def test_another_spelling_chairs_as_the_person(line):
    person = Officer.objects.create(name="করিম")
    spelled = line("করীম", "পরিচালক")
    Officer.objects.filter(pk=spelled.officer_id).update(same_as=person)
    assert [match.part.officer for match in chairs_like("পরিচালক")] == [person]


def test_a_guest_who_chaired_before_is_found_again():
    guest = Officer.objects.create(name="অধ্যাপক জামিলুর রেজা")
    sitting(chair=guest, chair_as="উপাচার্য, এশিয়া প্যাসিফিক বিশ্ববিদ্যালয়")
    (match,) = chairs_like("জামিলুর রেজা")
    assert match.part.officer == guest
    assert match.part.name == "উপাচার্য, এশিয়া প্যাসিফিক বিশ্ববিদ্যালয়"


def test_nobody_is_found_by_what_nobody_is_called(line):
    line("করিম", "সচিব")
    assert names(chairs_like("ঢঢঢঢ")) == []


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        ({"section": "নীতি শাখা"}, "উপসচিব (নীতি শাখা)"),
        ({"wing": "প্রশাসন অনুবিভাগ"}, "উপসচিব (প্রশাসন অনুবিভাগ)"),
        ({}, "উপসচিব"),
        ({"section": "ক" * 200}, "উপসচিব (" + "ক" * 200 + ")"),
    ],
)
def test_a_post_is_named_with_its_place(texts, name, line):
    line("করিম", "উপসচিব", **texts)
    assert names(people_like("উপসচিব")) == [(name, "করিম")]


def test_a_post_that_names_its_charge_needs_no_section(line):
    line("করিম", "যুগ্মসচিব (নীতি)", section="নীতি শাখা")
    line("রহিম", "উপসচিব (অতিরিক্ত দায়িত্ব)", section="আইন শাখা")
    assert names(people_like("যুগ্মসচিব")) == [("যুগ্মসচিব (নীতি)", "করিম")]
    assert names(people_like("উপসচিব")) == [("উপসচিব (অতিরিক্ত দায়িত্ব), আইন শাখা", "রহিম")]


def test_a_post_too_long_with_its_place_stands_alone(line):
    line("করিম", "উ" * 190, section="ক" * 190)
    assert names(people_like("উ" * 190)) == [("উ" * 190, "করিম")]


def test_an_office_called_so_comes_before_posts(line):
    line("করিম", "পরিচালক (বিসিক)")
    above = OfficeFactory(name_bn="শিল্প মন্ত্রণালয়", parent=OfficeFactory())
    OfficeFactory(name_bn="বাংলাদেশ বিসিক শাখা")
    OfficeFactory(name_bn="বিসিক", parent=above)
    assert names(people_like("বিসিক")) == [
        ("বিসিক", "শিল্প মন্ত্রণালয়"),
        ("পরিচালক (বিসিক)", "করিম"),
        ("বাংলাদেশ বিসিক শাখা", ""),
    ]


def test_a_closed_office_is_not_offered():
    OfficeFactory(name_bn="পুরোনো শাখা", closed_on="2017-01-01")
    assert people_like("পুরোনো শাখা") == []


def test_a_vacant_post_can_be_invited(line):
    vacant = line("", "উপসচিব", vacant=True)
    (match,) = people_like("উপসচিব")
    assert (match.part.line, match.part.officer) == (vacant.line, None)


class TestUnderstood:
    def test_an_office_by_any_of_its_names(self):
        office = OfficeFactory(
            name_bn="ক্ষুদ্র ও কুটির শিল্প করপোরেশন",
            name_en="BSCIC Corp",
            abbreviation="বিসিক",
        )
        for text in ("বিসিক", "bscic corp", "ক্ষুদ্র ও কুটির শিল্প করপোরেশন"):
            assert understood(text).office == office

    def test_a_name_that_two_offices_bear_is_not_guessed(self):
        for parent in (OfficeFactory(), OfficeFactory()):
            OfficeFactory(name_bn="হিসাব শাখা", parent=parent)
        assert understood("হিসাব শাখা") == Part("হিসাব শাখা")

    def test_a_post_by_itself_and_with_its_place(self, line):
        entry = line("করিম", "উপসচিব", section="নীতি শাখা")
        for text in ("উপসচিব", "উপসচিব (নীতি শাখা)", "উপসচিব, নীতি শাখা"):
            part = understood(text)
            assert (part.line, part.officer) == (entry.line, entry.officer)

    def test_a_post_that_two_hold_is_not_guessed(self, line):
        line("করিম", "উপসচিব", section="নীতি শাখা")
        line("রহিম", "উপসচিব", section="আইন শাখা")
        assert understood("উপসচিব") == Part("উপসচিব")

    def test_a_name_is_the_person_and_not_his_post(self, line):
        entry = line("মোঃ করিম উদ্দিন", "উপসচিব", honorific="জনাব")
        part = Part("জনাব মোঃ করিম উদ্দিন", officer=entry.officer)
        assert understood("মোঃ করিম উদ্দিন") == part
        assert understood("জনাব মোঃ করিম উদ্দিন") == part

    def test_part_of_a_name_is_not_taken_for_the_person(self, line):
        line("মোঃ করিম উদ্দিন", "উপসচিব")
        assert understood("করিম") == Part("করিম")

    @pytest.mark.parametrize(
        ("text", "part"),
        [
            ("ড. করিম <k@du.ac.bd>", Part("ড. করিম", email="k@du.ac.bd")),
            ("ড. করিম, k@du.ac.bd", Part("ড. করিম", email="k@du.ac.bd")),
            ("k@du.ac.bd", Part("k@du.ac.bd")),
            ("করিম <k@@>", Part("করিম <k@@>")),
            ("অর্থ বিভাগের প্রতিনিধি", Part("অর্থ বিভাগের প্রতিনিধি")),
        ],
    )
    def test_what_is_not_known_is_from_outside_as_typed(self, text, part):
        assert understood(text) == part


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        (" ,\n; ,", []),
        ("ক, খ\nগ;ঘ", ["ক", "খ", "গ", "ঘ"]),
        ("উপসচিব (ই-গভঃ, আইসিটি), খ, গ", ["উপসচিব (ই-গভঃ, আইসিটি)", "খ", "গ"]),
        ("চেয়ারম্যান, বিসিক", ["চেয়ারম্যান, বিসিক"]),
        ("করিম, রহিম", ["করিম", "রহিম"]),
        ("ড. করিম <k@du.ac.bd>", ["ড. করিম <k@du.ac.bd>"]),
        ("\u200f\u202eক\x00\u200b", ["ক"]),
    ],
)
def test_pieces(text, found):
    assert pieces(text) == found


def test_what_a_part_was_understood_as(in_english):
    officer, office = OfficerFactory(name="Karim"), OfficeFactory()
    said = [
        explain(Part("a", officer=officer, line=4)),
        explain(Part("a", line=4)),
        explain(Part("a", officer=officer)),
        explain(Part("a", office=office)),
        explain(Part("a", email="k@x.bd")),
        explain(Part("a")),
    ]
    assert said == [
        "Karim",
        "vacant post",
        "person",
        "office",
        "k@x.bd",
        "from outside",
    ]
