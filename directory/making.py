"""Offices and designations that a publication makes, many in few statements."""

from django.db import connection
from django.db.models import Max, Min

from directory.linking import title_of
from directory.models import Designation, UploadLine
from innovation_portal.models import Office

MINISTRY = {"name_bn": "শিল্প মন্ত্রণালয়", "name_en": "Ministry of Industries"}
ENDINGS = {
    "অনুবিভাগ": Office.Kind.WING,
    "অধিশাখা": Office.Kind.BRANCH,
    "শাখা": Office.Kind.SECTION,
}


def make_offices(upload):
    """Make the wings and sections that its lines name and no office is, in its order.

    Returns wing, section and the key of the office for each such place.
    """
    lines = upload.lines.exclude(status=UploadLine.Status.REMOVED).filter(office=None)
    places = lines.values("wing", "section").annotate(first=Min("position"))
    places = places.order_by("first").values_list("wing", "section")
    return [
        {"wing": wing, "section": section, "office": office.pk}
        for (wing, section), office in offices_at(places).items()
    ]


def offices_at(places):
    """The office of each wing and section as printed; made where there is none."""
    root = _ministry() if places else None
    wings = _make([(root, wing) for wing, _section in places if wing])
    above = {wing: wings.get((root, wing), root) for wing, _section in places}
    below = _make([(above[wing], section) for wing, section in places if section])
    offices = (
        below.get((above[wing], section), above[wing]) for wing, section in places
    )
    return dict(zip(places, offices, strict=True))


def _ministry():
    """The root of all offices; made where a list comes before any office."""
    root = Office.objects.filter(parent=None).in_order().first()
    return root or Office.objects.create(kind=Office.Kind.MINISTRY, **MINISTRY)


def make_designations(upload):
    """Make the designations that its people's posts name and no one knows.

    Returns post and the key of the designation for each such post. A service number's
    post is no designation.
    """
    lines = upload.lines.exclude(status=UploadLine.Status.REMOVED)
    lines = lines.filter(designation=None).exclude(name="", vacant=False)
    lines = lines.exclude(post="").order_by("post")
    posts = lines.values_list("post", flat=True).distinct()
    return [
        {"post": post, "designation": designation}
        for post, designation in designations_of(posts).items()
    ]


def designations_of(posts):
    """The key of each post's designation; made where there is none."""
    titles = {post: title_of(post)[:150] for post in posts}
    Designation.objects.bulk_create(
        [Designation(name_bn=title) for title in sorted(set(titles.values()))],
        ignore_conflicts=True,
    )
    of_titles = Designation.objects.filter(name_bn__in=titles.values())
    keys = dict(of_titles.values_list("name_bn", "pk"))
    return {post: keys[title] for post, title in titles.items()}


def _make(places):
    """The offices called so below their parents, made where they are missing."""
    found = {
        (office.parent, office.name_bn): office
        for office in Office.objects.filter(
            name_bn__in={name for _parent, name in places}
        ).select_related("parent")
    }
    missing = [place for place in dict.fromkeys(places) if place not in found]
    last = Office.objects.aggregate(Max("order"))["order__max"] or 0
    made = [
        Office(parent=parent, name_bn=name, kind=_kind(name), order=last + rank)
        for rank, (parent, name) in enumerate(missing, 1)
    ]
    for office, office.pk in zip(made, new_keys(Office, len(made)), strict=True):
        office.path = f"{office.parent.path if office.parent else '/'}{office.pk}/"
    Office.objects.bulk_create(made)
    return found | {(office.parent, office.name_bn): office for office in made}


def _key(office):
    return office and office.pk


def new_keys(model, count):
    """Keys taken before the rows are written, where a row holds its own key."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) "
            "FROM generate_series(1, %s)",
            [model._meta.db_table, count],
        )
        return [key for (key,) in cursor.fetchall()]


def _kind(name):
    endings = (kind for end, kind in ENDINGS.items() if name.endswith(end))
    return next(endings, Office.Kind.OFFICE)
