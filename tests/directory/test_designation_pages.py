"""Designations on the screen: the ministry's, not an agency's to change."""

import pytest

from directory.models import Designation
from tests.factories import DesignationFactory

LIST, NEW = "/directory/designations/", "/directory/designations/new/"


def test_list_in_order_of_precedence(cast):
    for name, precedence in (("গ", None), ("খ", 2), ("ক", None), ("ঘ", 1)):
        DesignationFactory(name_bn=name, precedence=precedence)
    response = cast["general_services"].get(LIST)
    names = [designation.name_bn for designation in response.context["designations"]]
    assert names == ["ঘ", "খ", "ক", "গ"]


def test_create_takes_bangla_digits(cast):
    data = {"name_bn": "উপসচিব", "name_en": "Deputy Secretary", "precedence": "৭"}
    assert cast["general_services"].post(NEW, data)["Location"] == LIST
    made = Designation.objects.get()
    assert (made.name_bn, made.precedence) == ("উপসচিব", 7)
    author = made.events.get().pgh_context["user"]
    assert author == cast["general_services"].user.pk


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name_bn": ""}, "name_bn"),
        ({"name_bn": "সচিব"}, "name_bn"),
        ({"precedence": "প্রথম"}, "precedence"),
        ({"precedence": "-1"}, "precedence"),
    ],
)
def test_create_says_what_is_wrong(cast, values, field):
    DesignationFactory(name_bn="সচিব")
    response = cast["portal_admin"].post(NEW, {"name_bn": "উপসচিব"} | values)
    assert list(response.context["form"].errors) == [field]
    assert Designation.objects.count() == 1


def test_change(cast):
    designation = DesignationFactory(name_bn="উপ সচিব", precedence=9)
    data = {"name_bn": "উপসচিব", "precedence": ""}
    cast["portal_admin"].post(f"{LIST}{designation.pk}/", data)
    designation.refresh_from_db()
    assert (designation.name_bn, designation.precedence) == ("উপসচিব", None)


@pytest.mark.parametrize(("standing", "staff"), [("officer", False), ("", True)])
def test_the_branch_says_who_stands_on_the_sheet_for_the_desk(cast, standing, staff):
    designation = DesignationFactory(name_bn="অফিস সহায়ক", standing="staff")
    data = {"name_bn": "অফিস সহায়ক", "standing": standing}
    cast["general_services"].post(f"{LIST}{designation.pk}/", data)
    designation.refresh_from_db()
    assert (designation.standing, designation.staff) == (standing, staff)


def test_an_agencys_administrator_changes_none(cast):
    client = cast.person("agency_admin", cast.agency, ["portal_admin"])
    assert client.get(LIST).status_code == 403
    assert client.post(NEW, {"name_bn": "উপসচিব"}).status_code == 403
    assert "designations" not in client.get("/organisation/").content.decode()


def test_the_tree_leads_there(cast):
    page = cast["general_services"].get("/organisation/").content.decode()
    assert f'href="{LIST}"' in page
