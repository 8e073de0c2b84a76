"""The lines that answer a question: how many, and a page of them, the fittest first."""

from functools import cached_property

from django.db.models import Q

from directory.finding.meaning import SOUNDS_LIKE, meanings
from directory.finding.question import Question
from directory.finding.slips import slips
from innovation_portal.bangla import marking

MOST = 1000  # lines that are ranked; whoever has more asks more narrowly


class Found:
    """Lines of a list that answer what was typed; as much of a queryset as pages ask.

    Exact answers stand in the order of the list. After them come lines where a word
    only sounds like the typed one, the likest first. ``near`` tells that nothing was
    found but words with other letters.
    """

    def __init__(self, entries, text):
        self.entries = entries.in_order()
        self.model, self.query = entries.model, entries.query
        self.question = Question.of(text)
        self._meanings = meanings(self.question.words)

    @property
    def near(self):
        return bool(self._answers[1])

    @property
    def ranked(self):
        """Whether the lines may stand in another order than the list's."""
        return any(
            far for meaning in self.meanings for far in meaning.distances.values()
        )

    @property
    def meanings(self):
        """The typed words with those that they were taken for."""
        return self._answers[1] or self._meanings

    @property
    def lines(self):
        """All answers, in the order of the list."""
        return having(self.entries, self.question, self.meanings)

    def count_to(self, limit):
        """How many lines there are, counted no further than the limit."""
        return min(len(self._ids), limit)

    def spans_of_words(self, text):
        """Where a text of the list says what was asked for."""
        pieces, whole = self._marks
        return marking.spans_of_words(text, pieces, whole)

    def spans_of_number(self, text):
        return marking.spans_of_number(text, self._numbers)

    @cached_property
    def _marks(self):
        """Pieces that were typed, and words that only sound or look like them."""
        whole = {w for meaning in self.meanings for w in meaning.others}
        return {*(word.key for word in self.question.words), *self._numbers}, whole

    @cached_property
    def _numbers(self):
        return {*filter(None, (*self.question.numbers, self.question.whole))}

    def by_name(self):
        return self.lines.by_name()

    def order_by(self, *columns):
        return self.lines.order_by(*columns)

    def count(self):
        return self.lines.count()

    def __getitem__(self, part):
        wanted = self._ids[part]
        entries = self.entries.model.objects.in_bulk(wanted)
        return [entries[pk] for pk in wanted]

    def __iter__(self):
        return iter(self[:])

    def __len__(self):
        return len(self._ids)

    @property
    def _ids(self):
        return self._answers[0]

    @cached_property
    def _answers(self):
        """Keys of the first lines, and the words with slips that gave them, if any."""
        if not self.question:
            return list(self.entries.values_list("pk", flat=True)[: MOST + 1]), None
        if ids := self._ranked(self._meanings):
            return ids, None
        forgiven = slips(self._meanings)
        ids = self._ranked(forgiven) if forgiven else []
        return ids, forgiven if ids else None

    def _ranked(self, meant):
        lines = having(self.entries, self.question, meant)
        rows = list(lines.values_list("pk", "search_key", "sounds")[: MOST + 1])
        if any(any(meaning.distances.values()) for meaning in meant):
            if len(rows) > MOST:
                exact = having(self.entries, self.question, meant, SOUNDS_LIKE / 2)
                first = exact.values_list("pk", "search_key", "sounds")[: MOST + 1]
                rows = list(dict.fromkeys([*first, *rows]))[: MOST + 1]
            rows.sort(key=lambda row: _distance(row, meant))
        return [pk for pk, _keys, _sounds in rows]


def _distance(row, meant):
    _pk, keys, sounds = row
    spoken = set(zip(keys.split(), sounds.split(), strict=True))
    return sum(meaning.of(spoken) for meaning in meant)


def having(entries, question, meant, farthest=float("inf")):
    """Lines that have all that is asked, or dial it as one number."""
    asked = Q()
    for meaning in meant:
        asked &= Q(words__overlap=sorted(meaning.keys(farthest)))
    for phrase in question.phrases:
        asked &= Q(search_key__contains=phrase)
    for number in question.numbers:
        asked &= Q(digits__contains=number)
    if question.whole:
        asked |= Q(digits__contains=question.whole)
    return entries.with_words().filter(asked)
