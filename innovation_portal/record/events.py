"""Reading the record: who, when, what, and how it stood before and after."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time

from django.apps import apps
from django.db.models import CharField, OuterRef, Subquery, Value
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from innovation_portal.bangla.calendar import format_date, format_datetime
from innovation_portal.bangla.clock import format_time
from innovation_portal.bangla.speech import language

KINDS = {
    "insert": pgettext_lazy("record", "made"),
    "update": pgettext_lazy("record", "changed"),
    "delete": pgettext_lazy("record", "removed"),
}


@dataclass(frozen=True)
class Change:
    """One event; ``values`` are (label, before, after) of what became otherwise."""

    at: datetime
    who: str
    kind: str
    what: str
    which: str
    values: list


def event_models():
    """The event models by the name of what they record."""
    return {
        model.pgh_tracked_model._meta.model_name: model
        for model in apps.get_models()
        if hasattr(model, "pgh_tracked_model")
    }


def choices():
    """What is recorded, for a form's choice."""
    return sorted(
        (
            (name, model.pgh_tracked_model._meta.verbose_name)
            for name, model in event_models().items()
        ),
        key=lambda choice: str(choice[1]),
    )


def events(*, who="", since=None, until=None, what=""):
    """Narrow rows of events, newest first; both days are included.

    A page of them is handed to ``changes``, so that a long record is not read whole.
    """
    asked = {
        "pgh_context__name__icontains": who,
        "pgh_created_at__date__gte": since,
        "pgh_created_at__date__lte": until,
    }
    asked = {lookup: value for lookup, value in asked.items() if value}
    first, *others = (
        model.objects.filter(**asked)
        .annotate(what=Value(name, CharField()))
        .values("what", "pgh_id", "pgh_created_at")
        for name, model in event_models().items()
        if what in ("", name)
    )
    return first.union(*others, all=True).order_by("-pgh_created_at", "-pgh_id")


def changes(rows):
    """The changes that a page of ``events`` stands for, in its order."""
    rows = list(rows)
    read = {}
    for name in {row["what"] for row in rows}:
        keys = [row["pgh_id"] for row in rows if row["what"] == name]
        read |= {(name, event.pk): event for event in _with_previous(name, keys)}
    read = [read[row["what"], row["pgh_id"]] for row in rows]
    names = _names(read)
    return [_change(event, names) for event in read]


def _with_previous(name, keys):
    """Events with the one before them of the same row, ``None`` for the first."""
    model = event_models()[name]
    before = model.objects.filter(
        pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__lt=OuterRef("pgh_id")
    )
    before = Subquery(before.order_by("-pgh_id").values("pgh_id")[:1])
    events = list(model.objects.filter(pk__in=keys).annotate(before_id=before))
    previous = model.objects.in_bulk([event.before_id for event in events])
    for event in events:
        event.before = previous.get(event.before_id)
    return events


def _names(events):
    """What the rows that events speak of are called now: (model, key) to row."""
    spoken_of = defaultdict(set)
    for event in events:
        spoken_of[event.pgh_tracked_model].add(event.pgh_obj_id)
        for field in _relations(event.pgh_tracked_model):
            keys = (getattr(row, field.attname, None) for row in (event, event.before))
            spoken_of[field.related_model].update(filter(None, keys))
    return {
        (model, key): row
        for model, keys in spoken_of.items()
        for key, row in model._base_manager.prefetch_related(
            *(field.name for field in _relations(model))
        )
        .in_bulk(keys)
        .items()
    }


def _relations(model):
    return [field for field in model._meta.concrete_fields if field.is_relation]


def _change(event, names):
    tracked = event.pgh_tracked_model
    return Change(
        at=event.pgh_created_at,
        who=_who(event.pgh_context),
        kind=KINDS[event.pgh_label],
        what=tracked._meta.verbose_name,
        which=str(names.get((tracked, event.pgh_obj_id), event.pgh_obj_id)),
        values=_values(event, names),
    )


def _who(context):
    if context is None:
        return _("not through the portal")
    return context.get("name") or _("the portal itself")


def _values(event, names):
    """All values of a row made or removed; of a changed one those that changed."""
    before, after = {
        "insert": (None, event),
        "update": (event.before, event),
        "delete": (event, None),
    }[event.pgh_label]
    return [
        (field.verbose_name, _shown(before, field, names), _shown(after, field, names))
        for field in event.pgh_tracked_model._meta.concrete_fields
        if field.attname in event.__dict__
        and not field.primary_key
        and _raw(before, field) != _raw(after, field)
    ]


def _raw(row, field):
    """Nothing and an empty text are the same to a reader."""
    value = getattr(row, field.attname, None)
    return None if value == "" else value


def _shown(row, field, names):
    value = _raw(row, field)
    if field.is_relation:
        return names.get((field.related_model, value), value or "")
    if isinstance(value, list):
        names = dict(field.base_field.flatchoices)
        return ", ".join(str(names.get(one, one)) for one in value)
    if value is not None and field.choices:
        return dict(field.flatchoices).get(value, value)
    return _written(value)


def _written(value):
    """A value in the language of the page."""
    match value:
        case None:
            return ""
        case bool():
            return _("yes") if value else _("no")
        case datetime():
            return format_datetime(localtime(value), language())
        case date():
            return format_date(value, language())
        case time():
            return format_time(value, language())
    return value
