"""Published states of the list, and the lines that hold from one to another."""

import pghistory
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import (
    ArrayField,
    IntegerRangeField,
    RangeOperators,
)
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import connections, models
from django.db.models import (
    Count,
    ExpressionWrapper,
    F,
    Func,
    Max,
    Min,
    Q,
    Value,
    Window,
)
from django.db.models.functions import Coalesce, Trunc
from django.utils.translation import gettext_lazy as _

from directory.dialling import pieces
from directory.finding.found import Found
from directory.models.line import PHONE_KINDS, Line
from directory.models.people import Officer
from innovation_portal.organisation.models import Office


class EditionQuerySet(models.QuerySet):
    def current(self):
        """The list that holds now; None before the first publication."""
        return self.order_by("-number").first()

    def whole(self):
        """Those that a workbook or a way back made, not an edit of single lines."""
        return self.filter(effective_on=None)

    def on(self, day):
        """The list as it stood on a day: the last one not updated after it."""
        return self.filter(updated_on__lte=day).order_by("-number").first()

    def published_by(self, period):
        """Day or first day of the month, and how many were published then."""
        when = Trunc("published_at", period, output_field=models.DateField())
        rows = self.annotate(when=when).values_list("when")
        return rows.annotate(Count("pk")).order_by("when")


@pghistory.track()
class Edition(models.Model):
    """One published state of the list. Numbers have no gaps: one writer at a time."""

    number = models.PositiveIntegerField(_("number"), primary_key=True)
    updated_on = models.DateField(_("update date"))
    source = models.ForeignKey(
        "innovation_portal.StoredFile",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("source file"),
    )
    source_name = models.CharField(_("file name"), max_length=255, blank=True)
    restores = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("goes back to"),
    )
    effective_on = models.DateField(_("with effect from"), null=True)
    order_number = models.CharField(
        _("office order number"), max_length=100, blank=True
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    published_at = models.DateTimeField(_("published at"), auto_now_add=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("published by"),
    )
    added = models.PositiveIntegerField(_("added"))
    changed = models.PositiveIntegerField(_("changed"))
    new_holders = models.PositiveIntegerField(_("new holders of a post"))
    removed = models.PositiveIntegerField(_("removed"))
    unchanged = models.PositiveIntegerField(_("unchanged"))

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("published list")
        verbose_name_plural = _("published lists")
        ordering = ["-number"]

    def __str__(self):
        return str(self.number)

    @property
    def length(self):
        """How many lines it has."""
        return self.added + self.changed + self.unchanged

    @property
    def before(self):
        """The number of the edition that it followed; 0 for the first."""
        return self.number - 1

    @property
    def is_edit(self):
        """Whether single lines were changed by hand; a whole list has no such day."""
        return self.effective_on is not None


# Vacant posts and service numbers, which an alphabetical list puts last.
NAMELESS = ExpressionWrapper(Q(sort_name=""), models.BooleanField())


def words_of(column):
    """The words of a search column, as an array that its index knows."""
    return Func(
        column,
        Value(" "),
        function="string_to_array",
        output_field=ArrayField(models.TextField()),
    )


WALKED = """
    SELECT id FROM (
        SELECT id, position, search_key, digits FROM directory_entry
        WHERE last_edition_id IS NULL AND position >= %s
        ORDER BY position, id LIMIT %s) line
    WHERE {tests} ORDER BY position, id LIMIT %s OFFSET %s"""
WORDS = "string_to_array(search_key, ' ') && %s"
# An array is compared word by word, which for fifty takes ten times as long as one.
OF_MANY = """EXISTS (SELECT FROM unnest(string_to_array(search_key, ' ')) word
             WHERE word = ANY(%s))"""
MANY = 10
HOLDS = "search_key LIKE ANY(%s)"
FEW = 3


def _has_word(word, known):
    """Tests of a line for one of the known words, the quickest first."""
    if all(word in key for key in known):
        return [(HOLDS, [f"%{word}%"])]
    if len(known) >= MANY:
        return [(OF_MANY, known)]
    stems = [key for key in known if not any(k in key for k in known if k != key)]
    held = [(HOLDS, [f"%{stem}%" for stem in stems])] if len(stems) <= FEW else []
    return [*held, (WORDS, known)]


class EntryQuerySet(models.QuerySet):
    def current(self):
        return self.filter(last_edition=None)

    def of_edition(self, number):
        """The list as it stood in an edition."""
        return self.filter(first_edition__lte=number).filter(
            Q(last_edition=None) | Q(last_edition__gte=number)
        )

    def in_order(self):
        return self.order_by("position", "pk")

    def by_name(self):
        """In alphabetical order of the people; lines without a person come last."""
        return self.order_by(NAMELESS, "sort_name", "position")

    def by_person(self):
        """Lines of one ``person`` side by side, where the first of them stands."""
        person = Coalesce("officer__same_as", "officer", -F("line"))
        first = Window(Min("position"), partition_by=[person])
        lines = self.annotate(person=person, first=first)
        return lines.order_by("first", "person", "position", "pk")

    def of_person(self, officer):
        """Lines of an officer under all spellings of his name."""
        spellings = Officer.objects.filter(Q(pk=officer.pk) | Q(same_as=officer))
        return self.filter(officer__in=spellings)

    def earlier(self, *columns):
        """What lines said in these columns and say no more, with first and last day.

        The latest comes first.
        """
        said = self.values(*columns).annotate(
            since=Min("first_edition__updated_on"),
            until=Max("last_edition__updated_on"),
            now=Count("pk", filter=Q(last_edition=None)),
        )
        return said.filter(now=0).order_by("-until", "-since")

    def within(self, office):
        """Lines of the office and of all below it."""
        return self.filter(office__in=Office.objects.within(office))

    def count_to(self, limit):
        """How many lines there are, counted no further than the limit."""
        return self[:limit].count()

    def with_words(self):
        return self.alias(words=words_of(F("search_key")))

    def walk(self, start, lines, words, question, part):
        """Keys of the current lines that answer, among so many from a position on.

        Read line by line: the inner limit keeps the indexes of words out. ``words`` are
        pairs of a typed word and all the words that it means.
        """
        tests, values = ["true"], [start, lines]
        for word, known in words:
            for test, value in _has_word(word, known):
                tests.append(test)
                values.append(value)
        tests += ["search_key LIKE %s"] * len(question.phrases)
        values += [f"%{phrase}%" for phrase in question.phrases]
        dialled = ["digits LIKE %s"] * len(question.numbers)
        values += [f"%{number}%" for number in question.numbers]
        if question.whole:
            dialled = [f"({' AND '.join(dialled)} OR digits LIKE %s)"]
            values.append(f"%{question.whole}%")
        statement = WALKED.format(tests=" AND ".join(tests + dialled))
        with connections[self.db].cursor() as cursor:
            cursor.execute(statement, [*values, part.stop - part.start, part.start])
            return [pk for (pk,) in cursor.fetchall()]

    def find(self, text, alone=False):
        """Lines that have every word of the text, however they spell it: a Found.

        ``alone`` tells that nothing else narrows the current list.
        """
        return Found(self, text, alone)

    def search(self, text):
        """The same lines, as a queryset without their rank."""
        return self.find(text).lines

    def by_office(self):
        """How many lines each office has, by its key."""
        counts = self.model.objects.filter(pk__in=self.order_by().values("pk"))
        return dict(counts.values_list("office").annotate(Count("pk")).order_by())

    def wings(self):
        """Headings of the list in its order, as printed."""
        wings = self.exclude(wing="").values("wing").annotate(first=Min("position"))
        return wings.order_by("first").values_list("wing", flat=True)


class Entry(Line):
    """A line of the list from its first to its last edition; none yet while current.

    The row is its own history: it is written once, and only its last edition and
    its search columns change after that.
    """

    line = models.BigIntegerField()
    first_edition = models.ForeignKey(
        Edition, models.PROTECT, related_name="entries_begun"
    )
    last_edition = models.ForeignKey(
        Edition, models.PROTECT, null=True, related_name="entries_ended"
    )

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        indexes = [
            GinIndex(
                words_of(F("search_key")),
                name="entry_words",
                condition=Q(last_edition=None),
            ),
            GinIndex(
                OpClass(F("digits"), "gin_trgm_ops"),
                name="entry_digits",
                condition=Q(last_edition=None),
            ),
            models.Index(
                fields=["position"],
                name="entry_position",
                condition=Q(last_edition=None),
            ),
            models.Index(
                NAMELESS,
                "sort_name",
                "position",
                name="entry_sort_name",
                condition=Q(last_edition=None),
            ),
        ]
        constraints = [
            ExclusionConstraint(
                name="entry_line_once_in_an_edition",
                expressions=[
                    ("line", RangeOperators.EQUAL),
                    (
                        Func(
                            F("first_edition"),
                            F("last_edition"),
                            Value("[]"),
                            function="int4range",
                            output_field=IntegerRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            )
        ]

    @property
    def initial(self):
        """The letter under which an alphabetical list has this line; none nameless."""
        return self.sort_name[:1].upper()

    @property
    def calls_by_kind(self):
        """Column of each telephone, and its numbers as typed with what they dial."""
        return [
            (kind, pieces(typed, [n for n in self.numbers if n["field"] == kind]))
            for kind in PHONE_KINDS
            if (typed := getattr(self, kind))
        ]

    @property
    def calls(self):
        """The same, by the label of the telephone."""
        return [(PHONE_KINDS[kind], pairs) for kind, pairs in self.calls_by_kind]
