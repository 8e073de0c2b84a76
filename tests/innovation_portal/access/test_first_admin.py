from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from innovation_portal.access.rights import allowed
from innovation_portal.models import Office, User

pytestmark = pytest.mark.django_db


def first_admin(*words):
    said = StringIO()
    call_command("first_admin", *words, stdout=said)
    return said.getvalue().split()


def test_the_first_administrator_gets_a_ministry_and_a_temporary_password():
    username, password = first_admin("karim", "--name=করিম", "--ministry=শিল্প মন্ত্রণালয়")

    user, office = User.objects.get(), Office.objects.get()
    assert (username, user.full_name, user.office) == ("karim", "করিম", office)
    assert (office.name_bn, office.kind) == ("শিল্প মন্ত্রণালয়", "ministry")
    assert user.check_password(password)
    assert user.password_is_temporary
    assert allowed(user, "access.appoint", office)


def test_a_ministry_that_is_there_is_kept():
    ministry = Office.objects.create(kind="ministry", name_bn="শিল্প মন্ত্রণালয়")
    first_admin("karim", "--name=করিম")

    assert User.objects.get().office == ministry
    assert Office.objects.count() == 1


def test_without_a_ministry_its_name_is_asked_for():
    with pytest.raises(CommandError, match="Name the ministry"):
        first_admin("karim", "--name=করিম")

    assert not User.objects.exists()


def test_a_second_administrator_is_appointed_by_the_first():
    first_admin("karim", "--name=করিম", "--ministry=শিল্প মন্ত্রণালয়")

    with pytest.raises(CommandError, match="ask that person"):
        first_admin("rahim", "--name=রহিম")

    assert User.objects.count() == 1
