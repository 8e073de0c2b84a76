"""The distinct words of the current list, by which a question finds its lines."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import TrigramSimilarity
from django.db import models
from django.db.models import F, Q

MOST = 5000  # words that one question may mean
LEAST_BONES = 2  # of a word half typed; a skeleton of one letter must be the whole
NEAREST = 100


class WordQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(lines__gt=0)

    def meant(self, pieces, skeletons):
        """Words that hold one of the pieces, or sound as a skeleton begins."""
        asked = Q()
        for piece in pieces:
            asked |= Q(key__contains=piece)
        for bones in skeletons:
            exact = len(bones) < LEAST_BONES
            asked |= Q(skeleton=bones) if exact else Q(skeleton__startswith=bones)
        return self.standing().filter(asked).order_by("-lines")[:MOST]

    def near(self, key, skeleton):
        """Words whose letters or consonants are most like a word's, to choose from."""
        alike = Q(key__trigram_similar=key)
        if len(skeleton) >= LEAST_BONES:
            alike |= Q(skeleton=skeleton)
        nearest = self.standing().filter(alike)
        return nearest.order_by(TrigramSimilarity("key", key).desc())[:NEAREST]


class Word(models.Model):
    """A word as it is searched, what it sounds like, and in how many lines it stands.

    ``first`` is a position at or before the first of them. Numbers are no words. A word
    that no line has any more stays, with no lines.
    """

    key = models.TextField()
    sound = models.TextField()
    skeleton = models.TextField(blank=True)
    lines = models.IntegerField()
    first = models.DecimalField(max_digits=30, decimal_places=15)

    objects = WordQuerySet.as_manager()

    class Meta:
        indexes = [
            GinIndex(OpClass(F("key"), "gin_trgm_ops"), name="word_key"),
            models.Index(
                OpClass(F("skeleton"), "text_pattern_ops"), name="word_skeleton"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["key", "sound"], name="word_once")
        ]

    def __str__(self):
        return self.key


class SearchRules(models.Model):
    """By which rules the search columns were made; bin/manage rekey makes them again.

    One row. ``NOW`` goes up with each change of what words, sounds or digits become.
    """

    ONLY = 1
    NOW = 2

    version = models.PositiveIntegerField()

    def __str__(self):
        return str(self.version)

    @classmethod
    def are_old(cls):
        return not cls.objects.filter(version=cls.NOW).exists()
