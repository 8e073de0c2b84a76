"""The offices on the screen."""

import pytest

from innovation_portal.models import Office
from tests.factories import FormerNameFactory, OfficeFactory


def fields(office, **values):
    return {
        "parent": office.parent_id or "",
        "kind": office.kind,
        "name_bn": office.name_bn,
        "name_en": office.name_en,
        "order": "৩",
    } | values


def change(cast, who, office, **values):
    address = f"/organisation/{office.pk}/change/"
    return cast[who].post(address, fields(office, **values))


def test_tree_for_visitors(cast):
    OfficeFactory(parent=cast.ministry, name_bn="বন্ধ দপ্তর", closed_on="2017-01-01")
    page = cast["visitor"].get("/organisation/").content.decode()
    assert page.index("মন্ত্রণালয়") < page.index("অনুবিভাগ") < page.index("সংস্থা")
    assert "বন্ধ দপ্তর" not in page
    assert "/change/" not in page


def test_tree_in_english(cast):
    assert b"Ministry" in cast["visitor"].get("/en/organisation/").content


@pytest.mark.parametrize(
    ("who", "editable"),
    [("general_services", 3), ("portal_admin", 3), ("auditor", 0), ("plain", 0)],
)
def test_tree_links_what_one_may_change(cast, who, editable):
    page = cast[who].get("/organisation/").content.decode()
    assert page.count("/change/") == editable


def test_an_agencys_administrator_changes_the_agency_alone(cast):
    cast["agency_admin"] = cast.person("agency_admin", cast.agency, ["portal_admin"])
    below = OfficeFactory(parent=cast.agency, name_bn="শাখা")
    page = cast["agency_admin"].get("/organisation/").content.decode()
    assert page.count("/change/") == 2
    assert change(cast, "agency_admin", below, name_bn="নতুন").status_code == 302
    assert change(cast, "agency_admin", cast.wing).status_code == 404
    away = change(cast, "agency_admin", below, parent=cast.wing.pk)
    assert list(away.context["form"].errors) == ["parent"]


def test_create(cast):
    data = {"parent": cast.wing.pk, "kind": "branch", "name_bn": "অধিশাখা", "order": "৪"}
    cast["general_services"].post("/organisation/new/", data)
    assert Office.objects.get(name_bn="অধিশাখা").order == 4


@pytest.mark.parametrize("missing", ["parent", "kind", "name_bn", "order"])
def test_create_wants_the_needful(cast, missing):
    data = {"parent": cast.wing.pk, "kind": "branch", "name_bn": "অধিশাখা", "order": "৪"}
    response = cast["general_services"].post("/organisation/new/", data | {missing: ""})
    assert list(response.context["form"].errors) == [missing]


def test_rename_with_a_date(cast):
    response = change(
        cast, "portal_admin", cast.wing, name_bn="নতুন নাম", since="০১/০২/২০১৭"
    )
    assert response["Location"] == "/organisation/"
    assert cast.wing.former_names.get().name_bn == "অনুবিভাগ"


def test_former_names_are_shown(cast):
    FormerNameFactory(office=cast.wing, name_bn="পুরোনো নাম", until="2016-01-01")
    page = cast["portal_admin"].get(f"/organisation/{cast.wing.pk}/change/")
    assert "পুরোনো নাম" in page.content.decode()
    assert "১ জানুয়ারি ২০১৬" in page.content.decode()


def test_rename_from_a_day_to_come(cast):
    response = change(
        cast, "portal_admin", cast.wing, name_bn="নতুন", since="০১/০১/২৯৯৯"
    )
    assert list(response.context["form"].errors) == ["since"]


def test_the_root_stays_the_root(cast):
    assert change(cast, "portal_admin", cast.ministry).status_code == 302
    cast.ministry.refresh_from_db()
    assert cast.ministry.parent is None


@pytest.mark.parametrize(
    ("field", "value"), [("path", "/1/"), ("closed_on", "2017-01-01"), ("id", "1")]
)
def test_change_takes_no_other_field(cast, field, value):
    before = Office.objects.values().get(pk=cast.wing.pk) | {"order": 3}
    change(cast, "portal_admin", cast.wing, **{field: value})
    assert Office.objects.values().get(pk=cast.wing.pk) == before


def test_close(cast):
    address = f"/organisation/{cast.wing.pk}/close/"
    response = cast["portal_admin"].post(address, {"day": "১২/০২/২০১৭"})
    assert response["Location"] == "/organisation/"
    assert cast["portal_admin"].get(address).status_code == 404


def test_close_with_offices_below(cast):
    address = f"/organisation/{cast.ministry.pk}/close/"
    response = cast["portal_admin"].post(address, {"day": "১২/০২/২০১৭"})
    assert list(response.context["form"].errors) == ["__all__"]


def test_names_are_escaped(cast):
    OfficeFactory(parent=cast.ministry, name_bn="</li><script>x</script>")
    for page in ("/organisation/", "/organisation/new/", "/people/new/"):
        answer = cast["portal_admin"].get(page).content.decode()
        assert "<script>x" not in answer
        assert "&lt;script&gt;x" in answer
