"""Offices and designations that a publication makes, many in few statements."""

from django.db import connection
from django.db.models import Max
from psycopg2.extras import execute_values

from directory.linking import title_of
from directory.models import Designation, UploadLine
from innovation_portal.models import Office

ENDINGS = {
    "অনুবিভাগ": Office.Kind.WING,
    "অধিশাখা": Office.Kind.BRANCH,
    "শাখা": Office.Kind.SECTION,
}


def make_offices(upload):
    """Make the wings and sections that its lines name and no office is; link them."""
    lines = upload.lines.exclude(status=UploadLine.Status.REMOVED).filter(office=None)
    places = list(lines.values_list("wing", "section").distinct())
    root = Office.objects.filter(parent=None).first()
    wings = _make({(root, wing) for wing, _section in places if wing})
    above = {wing: wings.get((root, wing), root) for wing, _section in places}
    below = _make({(above[wing], section) for wing, section in places if section})
    _link(
        "office_id",
        ("wing", "section"),
        upload,
        [
            (wing, section, below.get((above[wing], section), above[wing]))
            for wing, section in places
        ],
    )


def make_designations(upload):
    """Make the designations that its people's posts name and no one knows; link them.

    A service number's post is no designation.
    """
    lines = upload.lines.exclude(status=UploadLine.Status.REMOVED)
    lines = lines.filter(designation=None).exclude(name="", vacant=False)
    posts = lines.exclude(post="").values_list("post", flat=True).distinct()
    titles = {post: title_of(post)[:150] for post in posts}
    Designation.objects.bulk_create(
        [Designation(name_bn=title) for title in sorted(set(titles.values()))],
        ignore_conflicts=True,
    )
    known = {
        d.name_bn: d for d in Designation.objects.filter(name_bn__in=titles.values())
    }
    rows = [(post, known[title]) for post, title in titles.items()]
    _link("designation_id", ("post",), upload, rows, "AND (l.name <> '' OR l.vacant)")


def _make(places):
    """The offices called so below their parents, made where they are missing."""
    found = {
        (office.parent, office.name_bn): office
        for office in Office.objects.filter(
            name_bn__in={name for _parent, name in places}
        ).select_related("parent")
    }
    missing = sorted(places - found.keys(), key=lambda place: place[1])
    last = Office.objects.aggregate(Max("order"))["order__max"] or 0
    made = [
        Office(parent=parent, name_bn=name, kind=_kind(name), order=last + rank)
        for rank, (parent, name) in enumerate(missing, 1)
    ]
    for office, office.pk in zip(made, _keys(len(made)), strict=True):
        office.path = f"{office.parent.path if office.parent else '/'}{office.pk}/"
    Office.objects.bulk_create(made)
    return found | {(office.parent, office.name_bn): office for office in made}


def _keys(count):
    """Keys taken before the rows are written, since an office's path holds its key."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) "
            "FROM generate_series(1, %s)",
            [Office._meta.db_table, count],
        )
        return [key for (key,) in cursor.fetchall()]


def _kind(name):
    endings = (kind for end, kind in ENDINGS.items() if name.endswith(end))
    return next(endings, Office.Kind.OFFICE)


def _link(column, texts, upload, rows, condition=""):
    """Set the column of the upload's lines to the key of what their texts name."""
    if not rows:
        return
    same = " AND ".join(f"l.{text} = found.{text}" for text in texts)
    statement = (  # the names are this module's own
        f"UPDATE {UploadLine._meta.db_table} l SET {column} = found.pk "  # noqa: S608
        f"FROM (VALUES %s) found ({', '.join(texts)}, pk) WHERE {same} "
        f"AND l.upload_id = {int(upload.pk)} AND l.{column} IS NULL {condition}"
    )
    values = [(*row[:-1], row[-1] and row[-1].pk) for row in rows]
    with connection.cursor() as cursor:
        execute_values(cursor.cursor, statement, values, page_size=len(values))
