"""The chair and those taking part, picked in a form step by step.

A Part travels through the form as JSON, with all that it was understood as, so that
nothing is looked up or guessed a second time.
"""

import json
from contextlib import suppress

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from directory.models import Officer
from innovation_portal.bangla.folding import clean
from innovation_portal.models import Office
from schedule.details import Part
from schedule.who import (
    LONGEST,
    MOST,
    chairs_like,
    explain,
    known,
    people_like,
    pieces,
    understood,
)

HIGHEST = 2**63 - 1


def token(part):
    """A Part as a value of a form."""
    said = {
        "name": part.name,
        "officer": part.officer and part.officer.pk,
        "office": part.office and part.office.pk,
        "line": part.line,
        "email": part.email,
    }
    kept = {key: value for key, value in said.items() if value}
    return json.dumps(kept, ensure_ascii=False)


def parts_of(tokens):
    """The Parts that values of a form say; what is none of them is left out."""
    said = [one for one in map(_read, tokens[:MOST]) if one]
    officers, offices = _rows(Officer, said, "officer"), _rows(Office, said, "office")
    return [
        Part(
            name=one["name"],
            officer=officers.get(one.get("officer")),
            office=offices.get(one.get("office")),
            line=one.get("line"),
            email=one.get("email", ""),
        )
        for one in said
    ]


def _read(text):
    with suppress(ValueError, RecursionError, ValidationError):
        one = json.loads(text[:2000])
        if isinstance(one, dict) and _is_sound(one):
            return one | {"name": clean(one["name"])}
    return None


def _is_sound(one):
    """Whether it is a Part. Raises ValueError, ValidationError for what is no text."""
    if one.get("email"):
        validate_email(str(one["email"]))
    keys = [one[key] for key in ("officer", "office", "line") if key in one]
    texts = [one.get("name"), one.get("email", "")]
    return (
        all(type(key) is int and 0 < key <= HIGHEST for key in keys)
        and all(isinstance(text, str) and len(text) <= LONGEST for text in texts)
        and bool(clean(one["name"]).encode())
        and not ("officer" in one and "office" in one)
    )


def _rows(model, said, name):
    return model.objects.in_bulk({one[name] for one in said if name in one})


class Chosen:
    """One who takes part, as his chip in the form; ``maybe`` are who he may be."""

    def __init__(self, part, maybe=()):
        self.part, self.token, self.maybe = part, token(part), maybe
        self.outside = not known(part)
        self.note = explain(part)


class Choice:
    """What a text may mean, as a button of the form."""

    def __init__(self, match):
        self.name, self.note = match.part.name, match.note
        self.token = token(match.part)


class ChairPick:
    """Who chairs, as far as the form has it.

    ``token`` is a Part's, or "outside" for one whose name and post are typed.
    """

    def __init__(self, data):
        self.text = clean(data.get("chair_text", "")[:LONGEST])
        self.drop()
        self.outside = data.get("chair") == "outside"
        self.take(data.get("chair", ""))

    def drop(self):
        self.part, self.outside, self.token = None, False, ""

    def take(self, said):
        """The person that a token says."""
        parts = [part for part in parts_of([said]) if part.officer]
        self.part = parts[0] if parts else None
        self.token = said if self.part or self.outside else ""

    @property
    def choices(self):
        """Who may be meant; those who chair often where nothing is typed yet."""
        if self.token:
            return []
        return [Choice(match) for match in chairs_like(self.text)]

    def settle(self):
        """Take the one who is meant beyond doubt, where nobody was chosen.

        Raises ValidationError for a text that may mean several, or nobody.
        """
        if self.token:
            return
        if not self.text:
            raise ValidationError(_("Say who chairs."))
        matches = chairs_like(self.text)
        if len(matches) != 1:
            raise ValidationError(_("Choose from the list whom you mean."))
        self.take(token(matches[0].part))


class PartsPick:
    """Those taking part, as far as the form has them, and what is being typed.

    ``new`` are the places of those just added; ``problem`` is why none could be.
    """

    def __init__(self, data):
        self.text = data.get("parts_text", "")[: LONGEST * MOST]
        self.parts = parts_of(data.getlist("part"))
        self.new, self.problem = range(0), ""

    @property
    def chosen(self):
        """The chips; of those just added from outside, who else may be meant."""
        return [
            Chosen(part, self._maybe(part) if place in self.new else ())
            for place, part in enumerate(self.parts)
        ]

    @property
    def choices(self):
        """What the name that is being typed may mean."""
        last = (self.text.splitlines() or [""])[-1].rpartition(",")[2]
        return [Choice(match) for match in people_like(last[:LONGEST])]

    def take(self, said):
        """One that was chosen in place of the name that is being typed."""
        self._add(parts_of([said]))
        before, mark, _last = self.text.rpartition("\n")
        line = (_last.rpartition(",")[0]).strip()
        self.text = f"{before}{mark}{line}".strip()

    def swap(self, place, said):
        if self._has(place):
            self.parts[place : place + 1] = parts_of([said]) or [self.parts[place]]

    def drop(self, place):
        if self._has(place):
            del self.parts[place]

    def take_text(self):
        """Make chips of all that was typed. Raises ValidationError for too much."""
        names = pieces(self.text)
        if any(len(name) > LONGEST for name in names):
            raise ValidationError(
                _("One of the names is too long; write one name on each line.")
            )
        if len(self.parts) + len(names) > MOST:
            raise ValidationError(_("These are too many; invite whole offices."))
        before = len(self.parts)
        self._add(map(understood, names))
        self.new, self.text = range(before, len(self.parts)), ""

    @property
    def doubtful(self):
        """Whether one of those just added may mean someone known."""
        return any(one.maybe for one in self.chosen)

    def _add(self, parts):
        for part in parts:
            if part not in self.parts and len(self.parts) < MOST:
                self.parts.append(part)

    def _has(self, place):
        return place is not None and place < len(self.parts)

    def _maybe(self, part):
        matches = [] if known(part) else people_like(part.name)[:3]
        return [Choice(match) for match in matches]
