"""The order of the database: of a dictionary, of numbers by value, of people."""

import random
from unicodedata import normalize

import pytest
from django.db import connection

from innovation_portal.bangla.digits import to_bangla
from innovation_portal.bangla.names import LEADING, PASSED_OVER, sort_name
from innovation_portal.bangla.order import InDictionary, by_person
from innovation_portal.models import Office, User
from tests.factories import OfficeFactory, UserFactory
from tests.innovation_portal.bangla.test_names import FILED


def in_order(texts):
    """The texts as they are sorted, whatever order they come in."""
    texts = random.Random(1).sample(texts, len(texts))
    offices = [OfficeFactory.build(name_bn=text) for text in texts]
    Office.objects.bulk_create(offices)
    names = Office.objects.order_by(InDictionary("name_bn")).values_list("name_bn")
    return [name for (name,) in names]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "words",
    [
        "শাখা-১ শাখা-২ শাখা-৯ শাখা-১০ শাখা-১১ শাখা-১০০",
        "শাখা-1 শাখা-2 শাখা-9 শাখা-10 শাখা-11 শাখা-100",
        "শাখা-1 শাখা-২ শাখা-3 শাখা-৯ শাখা-10 শাখা-১১",
        "১ অলি আলী ইমরান ঈশা উমা ঊর্মি ঋতু একা ঐশী ওমর ঔপ",
        "কণা খান গণি ঘোষ চাঁদ ছায়া জয় ঝর্ণা টিপু ঠাকুর ডলি ঢালী",
        "তপন তারেক থানা দীপ ধর নয়ন পলাশ ফরিদ বশির ভূমি মনির যতীন",
        "রনি লতা শশী ষষ্ঠী সাকিব হক Ahmed",
        "ত তক ৎ ৎক থ",
        "ড ড় ঢ ঢ় ণ",
        "য য় য়া র",
        "ক কং কঃ কঁ কা কি কী কু কূ কে কৈ কো কৌ ক্ক ক্ষ খ",
        "হোসেন Ahmed Karim Zaman",
    ],
)
def test_dictionary_order(words):
    words = [normalize("NFC", word) for word in words.split()]
    assert in_order(words) == words


@pytest.mark.django_db
@pytest.mark.parametrize("write", [str, to_bangla])
@pytest.mark.parametrize("before", ["", "শাখা-", "কক্ষ "])
def test_numbers_by_value(write, before):
    names = [f"{before}{write(number)}" for number in range(0, 1200, 7)]
    assert in_order(names) == names


@pytest.mark.django_db
def test_comparing_two_texts_agrees_with_sorting_them():
    """What an index is built by, and what it is read by; see the note in the module."""
    names = [sort_name(f"শাখা-{to_bangla(number)}") for number in range(0, 1200, 7)]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM unnest(%s) WITH ORDINALITY a (t, n),"
            " unnest(%s) WITH ORDINALITY b (t, n)"
            ' WHERE (a.t < b.t COLLATE "bangla") <> (a.n < b.n)',
            [names, names],
        )
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db
def test_both_encodings_of_dotted_letters_stand_together():
    composed, apart = "\u09dc", "\u09a1\u09bc"
    words = [first + second for second in "কখগ" for first in (apart, composed)]
    assert [w[-1] for w in in_order(words)] == list("ককখখগগ")


@pytest.mark.django_db
def test_the_database_files_a_person_as_python_does():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t, regexp_replace(t, %s, '', 'i') FROM unnest(%s) AS t",
            [PASSED_OVER, [name for name, _filed in FILED]],
        )
        filed = dict(cursor.fetchall())
    assert filed == {name: LEADING.sub("", name) for name, _filed in FILED}


@pytest.mark.django_db
def test_people_and_offices_in_order():
    for name, office in (
        ("মোঃ হাবিব", "শাখা-১০"),
        ("জনাব সৈয়দ আলী", "শাখা-২"),
        ("বেগম রোকেয়া", "শাখা-1"),
    ):
        UserFactory(full_name=name, office=OfficeFactory(name_bn=office))
    people = User.objects.order_by(by_person("full_name"))
    assert [user.full_name for user in people] == [
        *("জনাব সৈয়দ আলী", "বেগম রোকেয়া", "মোঃ হাবিব"),
    ]
    offices = people.order_by(InDictionary("office__name_bn"))
    assert list(offices.values_list("office__name_bn", flat=True)) == [
        *("শাখা-1", "শাখা-২", "শাখা-১০"),
    ]
