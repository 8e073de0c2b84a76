"""What a search found: how many lines, a page of them, and what to mark in them."""

from functools import cached_property

from directory.finding.answers import MOST, Answers
from directory.finding.meaning import SOUNDS_LIKE, meanings
from directory.finding.question import Question
from directory.finding.slips import allowed, slips
from innovation_portal.bangla import marking
from innovation_portal.bangla.spoken import SILENT, Spoken

# Distances up to which words are taken, one after the other, where there are more
# lines than can be ranked: the typed word, its other spellings, whatever is left.
EXACT, FARTHEST = 0, float("inf")
LEVELS = (EXACT, SOUNDS_LIKE + 0.45, FARTHEST)


class Found:
    """Lines of a list that answer what was typed; as much of a queryset as pages ask.

    Exact answers stand in the order of the list. After them come lines where a word
    only sounds like the typed one, the likest first. ``near`` tells that nothing was
    found but words with other letters. ``alone``: the question alone narrows the list.
    """

    _sorted = None

    def __init__(self, entries, text, alone=False):
        self.entries, self.alone = entries.in_order(), alone
        self.model, self.query = entries.model, entries.query
        self.question = Question.of(text)
        self.meanings, self.near = meanings(self.question.words), False
        if self.question and self._enough.first == []:
            self._forgive()

    def _forgive(self):
        """Take words for what they look like, if that finds anything."""
        forgiven = slips(self.meanings)
        if not forgiven:
            return
        nothing = self.meanings, self._levels, self._enough
        self.meanings = forgiven
        del self._levels, self._enough
        self.near = self._enough.first != []
        if not self.near:
            self.meanings, self._levels, self._enough = nothing

    @property
    def ranked(self):
        """Whether lines may stand in another order than the list's."""
        return any(any(meaning.distances.values()) for meaning in self.meanings)

    @property
    def short(self):
        """Whether a word is too short for its slips to be forgiven."""
        return not all(allowed(word.key) for word in self.question.words)

    @property
    def lines(self):
        """All answers as a queryset, in the order of the list."""
        return self._levels[-1].lines

    def by_name(self):
        """The same in alphabetical order, without ranks."""
        self._sorted = self.lines.by_name()
        return self

    def reverse(self):
        self._sorted = self._sorted.reverse()
        return self

    def order_by(self, *columns):
        return self.lines.order_by(*columns)

    def count(self):
        return self.lines.count()

    def count_to(self, limit):
        """How many lines there are, counted no further than the limit."""
        return limit if self._enough.many else min(limit, len(self._enough.first))

    def __getitem__(self, part):
        if self._sorted is not None:
            return list(self._sorted[part])
        keys = self._ranks(part) if self.ranked else self._enough[part]
        entries = self.model.objects.in_bulk(keys)
        return [entries[key] for key in keys]

    def __iter__(self):
        return iter(self[0 : MOST + 1])

    def spans_of_words(self, text):
        """Where a text of the list says what was asked for."""
        pieces, whole = self._marks
        return marking.spans_of_words(text, pieces, whole)

    def spans_of_number(self, text):
        return marking.spans_of_number(text, self._numbers)

    @cached_property
    def _levels(self):
        """From exact answers to all of them; none that has the words of another."""
        asked = self.entries, self.question, self.meanings
        levels = [Answers(*asked, farthest, self.alone) for farthest in LEVELS]
        wider = [*levels[1:], None]
        kept = zip(levels, wider, strict=True)
        return [one for one, after in kept if not after or one.words != after.words]

    @cached_property
    def _enough(self):
        """The narrowest level that has more than are counted, or all answers."""
        many = (level for level in self._levels if level.many)
        return next(many, self._levels[-1])

    def _ranks(self, part):
        """The likest lines; of more than can be ranked, the most alike kinds first."""
        if not self._enough.many:
            return self._ranked[part]
        keys, stop = {}, min(part.stop, MOST)
        for level in self._levels:
            if len(keys) < stop:
                keys |= dict.fromkeys(level[0:stop])
        return list(keys)[part.start : stop]

    @cached_property
    def _ranked(self):
        keys = self._enough.first
        lines = self.model.objects.filter(pk__in=keys)
        far = {
            pk: self._distance(set(zip(words.split(), sounds.split(), strict=True)))
            for pk, words, sounds in lines.values_list("pk", "search_key", "sounds")
        }
        return sorted(keys, key=far.get)

    def _distance(self, spoken):
        return sum(meaning.of(spoken) for meaning in self.meanings)

    @cached_property
    def _marks(self):
        """Pieces that were typed, and words that only sound or look like them."""
        whole = {word for meaning in self.meanings for word in meaning.others}
        keys = " ".join(self.question.phrases).split()
        whole |= {Spoken(key, SILENT) for key in keys if key.isdigit()}
        return {*(word.key for word in self.question.words), *self._numbers}, whole

    @cached_property
    def _numbers(self):
        return {*filter(None, (*self.question.numbers, self.question.whole))}
