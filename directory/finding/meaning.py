"""Which words of the list a typed word may mean, and how far each is from it.

A word that holds the typed piece is meant exactly (0). Another spelling of the same
sound, mosiur for মসিউর, lies between 1 and 2. A slip of one or two letters lies above,
and is thought of only where nothing else is found.
"""

from dataclasses import dataclass, field

from directory.finding.question import MUHAMMADS
from directory.models.word import LEAST_BONES, Word
from innovation_portal.bangla.sounds import bones, unlikeness
from innovation_portal.bangla.spoken import SILENT

SOUNDS_LIKE = 1.0
FARTHEST = 1.5  # unlikeness at which two spellings are two names


@dataclass
class Meaning:
    """A typed word and the words of the list it may mean: (key, sound) to distance."""

    key: str
    sound: str
    skeleton: str = ""
    distances: dict = field(default_factory=dict)
    known: dict = field(default_factory=dict)

    def add(self, word, distance):
        self.distances[word.key, word.sound] = distance
        self.known[word.key, word.sound] = word

    @property
    def others(self):
        """The words, with their sounds, that do not hold the typed one."""
        return {
            spoken
            for spoken, far in self.distances.items()
            if far or self.key not in spoken[0]
        }

    def to(self, farthest):
        """The words of the list up to a distance."""
        near = (word for word, far in self.distances.items() if far <= farthest)
        return [self.known[word] for word in near]

    def of(self, spoken):
        """The distance of the nearest of a line's words."""
        return min(map(self.distances.get, self.distances.keys() & spoken))


def meanings(words):
    """A Meaning for each of the typed words, from one look into the vocabulary."""
    found = [Meaning(*word, _bones(word.sound)) for word in words]
    pieces = {key for word in found for key in _same(word.key)}
    skeletons = {word.skeleton for word in found if word.skeleton}
    for known in Word.objects.meant(pieces, skeletons) if found else ():
        for word in found:
            far = _distance(word, known)
            if far is not None:
                word.add(known, far)
    return found


def _bones(sound):
    return "" if sound == SILENT else bones(sound)


def _same(key):
    return MUHAMMADS if key in MUHAMMADS else {key}


def _distance(word, known):
    if word.key in known.key or (word.key in MUHAMMADS and known.key in MUHAMMADS):
        return 0
    if not (word.key.isascii() or known.key.isascii()) or not _alike(word, known):
        return None
    far = unlikeness(word.sound, known.sound)
    return SOUNDS_LIKE + far if far <= FARTHEST else None


def _alike(word, known):
    if len(word.skeleton) < LEAST_BONES:
        return word.skeleton == known.skeleton != ""
    return known.skeleton.startswith(word.skeleton)
