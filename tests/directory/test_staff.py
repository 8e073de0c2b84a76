"""Staff and officers, told apart by the last word of a post."""

import pytest

from directory.models import Designation
from directory.staff import is_staff

STAFF = (
    *("অফিস সহায়ক", "অফিস সহকারী", "উচ্চমান সহকারী", "কম্পিউটার অপারেটর", "গাড়িচালক"),
    *("অফিস সহকারী কাম কম্পিউটার মুদ্রাক্ষরিক", "ক্যাশিয়ার", "হিসাবরক্ষক", "ড্রাইভার"),
    *("অফিস সহকারী-কাম-কম্পিউটার অপারেটর", "নিরাপত্তা প্রহরী", "Office Assistant"),
    *("সাঁট-মুদ্রাক্ষরিক", "পরিচ্ছন্নতা কর্মী", "Data Entry Operator"),
)
OFFICERS = (
    *("সচিব", "সহকারী সচিব", "সিনিয়র সহকারী সচিব", "সহকারী প্রোগ্রামার", "সহকারী প্রধান"),
    *("ব্যক্তিগত কর্মকর্তা", "প্রশাসনিক কর্মকর্তা", "হিসাবরক্ষণ কর্মকর্তা", "মহাপরিচালক"),
    *("মাননীয় মন্ত্রী", "সহকারী একান্ত সচিব", "Assistant Secretary", "Driver's Officer"),
    *("", "সহায়ক সচিব"),
)


@pytest.mark.parametrize("title", STAFF)
def test_staff(title):
    assert is_staff(title)


@pytest.mark.parametrize("title", OFFICERS)
def test_officers(title):
    assert not is_staff(title)


@pytest.mark.parametrize(
    ("name", "standing", "staff"),
    [
        ("অফিস সহায়ক", "", True),
        ("অফিস সহায়ক", "officer", False),
        ("উপসচিব", "", False),
        ("উপসচিব", "staff", True),
    ],
)
def test_the_branch_has_the_last_word(name, standing, staff):
    assert Designation(name_bn=name, standing=standing).staff is staff
