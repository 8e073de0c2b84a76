"""Whatever a name holds, a page keeps its elements and attributes. (ASVS 1.2.1)"""

from collections import Counter
from html.parser import HTMLParser

import pytest

from innovation_portal.models import Office, User
from tests.factories import AppointmentFactory, DesignationFactory

NAUGHTY = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg/onload=alert(1)>',
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)',
    "</title><script>x</script>",
    "<!--",
    "]]><a href=javascript:alert(1)>",
    "{{ settings.SECRET_KEY }}{% debug %}",
    "&lt;script&gt;&#60;b&#62;",
    "javascript:alert(1)",
    "\u202e<b>\u2028</b>",
]


class Shape(HTMLParser):
    """How many elements a page has of each kind, with their attributes' names."""

    def __init__(self, page):
        super().__init__()
        self.elements = Counter()
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.elements[tag, *(name for name, _value in attrs)] += 1


def shapes(cast, pages):
    return {
        page: Shape(cast[who].get(page).content.decode()).elements
        for who, page in pages
    }


@pytest.mark.parametrize("text", NAUGHTY)
def test_pages_keep_their_shape(cast, text):
    user = cast["plain"].user
    held = AppointmentFactory(user=user, role="focal_point", office=cast.wing)
    designation = DesignationFactory()
    pages = [
        ("visitor", "/organisation/"),
        ("portal_admin", "/people/"),
        ("portal_admin", f"/people/{user.pk}/"),
        ("portal_admin", f"/people/{user.pk}/change/"),
        ("portal_admin", f"/people/appointments/{held.pk}/end/"),
        ("portal_admin", f"/organisation/{cast.wing.pk}/change/"),
        ("portal_admin", f"/directory/designations/{designation.pk}/"),
        ("plain", "/accounts/"),
        ("auditor", "/record/?what=office"),
        ("visitor", f"/accounts/sign-in/?next={text}"),
    ]
    before = shapes(cast, [page for page in pages if page[0] != "auditor"])
    Office.objects.filter(pk=cast.wing.pk).update(name_bn=text)
    User.objects.filter(pk=user.pk).update(full_name=text)
    held.reason, designation.name_bn = text, text
    held.save()
    designation.save()
    after = shapes(cast, pages)
    assert "script>alert" not in cast["auditor"].get("/record/").content.decode()
    assert {page: after[page] for page in before} == before
