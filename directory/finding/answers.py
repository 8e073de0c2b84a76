"""The lines that hold the words of a question, quickly in a list of a million.

Few lines are taken from the indexes and put in order. Many are met soon by walking
down the list from where the first of them stands; where a walk meets too few, the
indexes must do. How common a word is, and where it begins, the table of words knows.
"""

from collections import Counter
from functools import cached_property

from django.db.models import F, Q

MOST = 1000  # lines that are counted; beyond there are "more"
FEW = 7500  # lines that are sorted sooner than met on a walk
WALK = 10_000  # lines that a walk passes
PROBE = 1000  # lines that tell how common an answer is
COMMON = PROBE // 10  # answers among them: a walk meets all that is counted
RARE = 6  # answers among them: a walk meets no page of them
MUCH_RARER = 100  # times: the commoner word is then read from the lines themselves


class Answers:
    """Keys of lines in the order of the list.

    ``meant`` are the meanings of the words, taken up to the distance ``farthest``.
    ``alone`` tells that nothing but the question narrows the current list.
    """

    def __init__(self, entries, question, meant, farthest, alone):
        self.entries, self.question, self.alone = entries, question, alone
        self.words, self.start = [], 0
        for word in meant:
            known = [w for w in word.to(farthest) if question.may_be(word.key, w.key)]
            lines = Counter()
            for near in known:
                lines[near.key] += near.lines
            self.words.append((word.key, lines))
            self.start = max(self.start, min((w.first for w in known), default=0))

    def __getitem__(self, part):
        if self.first is not None and (not self.many or part.stop <= MOST):
            return self.first[part]
        if self.alone and not self.few and (self._surely_many or self._probe >= RARE):
            keys = self._walked(WALK, part)
            if len(keys) == part.stop - part.start:
                return keys
        return list(self._sorted[part])

    @property
    def many(self):
        """Whether there are more than are counted."""
        if self.bound <= MOST:
            return False
        return self.first is None or len(self.first) > MOST

    @cached_property
    def bound(self):
        """So many lines at most; as many as the rarest word has."""
        return min((sum(n.values()) for _word, n in self.words), default=float("inf"))

    @property
    def few(self):
        """Whether they are quickly put in order; unknown of numbers."""
        return self.bound <= FEW * (2 if len(self.words) > 1 else 1)

    @cached_property
    def first(self):
        """The first ones, one more than is counted; None: many, and not known yet."""
        if not all(lines for _word, lines in self.words):
            return []
        if self._surely_many:
            return None
        if self.few or not self.alone or self._probe < RARE:
            return list(self._sorted[: MOST + 1])
        if self._probe >= COMMON:
            keys = self._walked(WALK, slice(0, MOST + 1))
            if len(keys) > MOST:
                return keys
        places = self.lines.order_by().values_list("position", "pk")[: MOST + 1]
        return [pk for _p, pk in sorted(places)] if len(places) <= MOST else None

    @cached_property
    def lines(self):
        """All of them, as a queryset that the indexes serve."""
        asked = Q()
        for word, lines in self.words:
            inside = all(word in key for key in lines)
            if inside and sum(lines.values()) > MUCH_RARER * self.bound:
                asked &= Q(search_key__contains=word)
            else:
                asked &= Q(words__overlap=sorted(lines))
        for phrase in self.question.phrases:
            asked &= Q(search_key__contains=phrase)
        for number in self.question.numbers:
            asked &= Q(digits__contains=number)
        if self.question.whole:
            asked |= Q(digits__contains=self.question.whole)
        return self.entries.with_words().filter(asked)

    @property
    def _sorted(self):
        """In the order of the list, by an expression that no index walks in vain."""
        lines = self.lines.order_by(F("position") + 0, "pk")
        return lines.values_list("pk", flat=True)

    @property
    def _surely_many(self):
        """One word that has more lines than are counted."""
        asked = self.question
        if not self.alone or len(self.words) != 1 or asked.phrases or asked.numbers:
            return False
        return max(self.words[0][1].values(), default=0) > MOST

    @cached_property
    def _probe(self):
        return len(self._walked(PROBE, slice(0, PROBE)))

    def _walked(self, lines, part):
        words = [(word, sorted(known)) for word, known in self.words]
        return self.entries.model.objects.walk(
            self.start, lines, words, self.question, part
        )
