"""What a reader typed, taken apart: words, pieces of numbers, words in a row."""

import re
from dataclasses import dataclass

from directory import numbering
from innovation_portal.bangla.folding import digits_key, search_key
from innovation_portal.bangla.names import MUHAMMAD, split_honorific
from innovation_portal.bangla.spoken import Spoken, words

MUHAMMADS = frozenset(search_key(MUHAMMAD).split())
PHONE = re.compile(r"[+()\d\s./-]+")


@dataclass(frozen=True)
class Question:
    """A line answers it that has each of the words, phrases and numbers.

    ``whole`` is set where all that was typed may be one number: it answers alone.
    """

    words: tuple[Spoken, ...] = ()
    phrases: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    whole: str = ""

    def __bool__(self):
        return bool(self.words or self.phrases or self.numbers)

    def may_be(self, word, key):
        """Whether a key can stand for the word in the phrase that holds it, if any.

        A phrase is one piece of a line: it begins within a word, and ends within one.
        """
        for phrase in self.phrases:
            before, found, after = f" {phrase} ".partition(f" {word} ")
            if found:
                begins = key.startswith(word) or not before
                return begins and (key.endswith(word) or not after)
        return True

    @classmethod
    def of(cls, text):
        """An honorific that leads the text is of the person, not of the name."""
        said, phrases, numbers = [], [], []
        for token in split_honorific(text)[1].split():
            runs = words(token)
            letters = [run for run in runs if not run.key.isdigit()]
            if PHONE.fullmatch(token):
                numbers.append(dialled(token))
            else:
                said += letters
                numbers += [run.key for run in runs if not letters]
                if len(runs) > 1 and runs[0].key not in MUHAMMADS:  # মোঃকরিম
                    phrases.append(" ".join(run.key for run in runs))
        whole = dialled("".join(text.split())) if PHONE.fullmatch(text) else ""
        numbers = dict.fromkeys(filter(None, numbers))
        return cls(
            tuple(dict.fromkeys(said)),
            tuple(phrases),
            tuple(numbers),
            whole if len(numbers) > 1 else "",
        )


def dialled(typed):
    """A piece of a number as the list has it: without its country's code."""
    digits = digits_key(typed)
    if digits and typed.startswith("+") or digits.startswith(("00", "88")):
        return numbering.national("+" * typed.startswith("+") + digits)
    return digits
