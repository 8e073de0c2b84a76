"""Slips of typing, looked for among the distinct words, never in all the lines."""

from directory.finding.meaning import Meaning
from directory.models.word import Word
from innovation_portal.bangla.sounds import unlikeness

SLIP = 3.0  # a slip lies above all other spellings
MUCH = 5  # unlikeness that never weighs more than half a slip
LEAST = 3  # letters; shorter words are one slip from too many others
LONG = 6  # letters, from which two slips are forgiven


def slips(meanings):
    """The same words, each meaning those a slip away too; None if there are none."""
    forgiven = [_forgiven(meaning) for meaning in meanings]
    if all(
        len(a.distances) == len(b.distances)
        for a, b in zip(forgiven, meanings, strict=True)
    ):
        return None
    return forgiven


def _forgiven(meaning):
    wider = Meaning(meaning.key, meaning.sound, meaning.skeleton)
    wider.distances, wider.known = dict(meaning.distances), dict(meaning.known)
    most = allowed(meaning.key)
    for known in Word.objects.near(meaning.key, meaning.skeleton) if most else ():
        far = edits(meaning.key, known.key, most)
        if far <= most and (known.key, known.sound) not in wider.distances:
            apart = unlikeness(meaning.sound, known.sound)
            wider.add(known, SLIP + far + min(apart, MUCH) / 10)
    return wider


def allowed(key):
    """How many slips a word of this length may hold."""
    return (len(key) >= LEAST) + (len(key) >= LONG)


def edits(one, other, most):
    """Letters added, left out, changed or swapped with a neighbour from one word to
    another (optimal string alignment); more than ``most`` counts as one more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before, row = None, list(range(len(other) + 1))
    for n, letter in enumerate(one, 1):
        above, row = row, [n]
        for m, there in enumerate(other, 1):
            cost = min(above[m] + 1, row[-1] + 1, above[m - 1] + (letter != there))
            if before and m > 1 and letter == other[m - 2] and one[n - 2] == there:
                cost = min(cost, before[m - 2] + 1)
            row.append(cost)
        before = above
    return min(row[-1], most + 1)
