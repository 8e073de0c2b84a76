"""What stands in a cell for a person: a name, a vacant post, ditto marks."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from innovation_portal.bangla.folding import clean, clean_lines, search_key
from innovation_portal.bangla.names import MUHAMMAD, split_honorific
from innovation_portal.bangla.sounds import skeleton


def _keys(terms: str, separator: str | None = None) -> frozenset[str]:
    return frozenset(map(search_key, terms.split(separator)))


VACANT = _keys(
    "শূন্য, শূন্যপদ, শূন্য পদ, পদ শূন্য, পদটি শূন্য, খালি, পদ খালি, vacant, vacant post", ","
)
MAY_BE_VACANT = re.compile("[নণ]্য|খালি|vacan", re.IGNORECASE)  # spares most names a key
NONE = _keys("নাই, নেই, প্রযোজ্য নয়, n/a, na, nil, none", ",")
LONGEST_NONE = 20  # signs, of "( প্রযোজ্য নয় )"; longer cells need no key
DITTO = frozenset(("ঐ", "〃", "do", "ditto", '"', "''", "”", "“", "„", ",,", "ঐ ঐ"))
LONGEST_DITTO = 16  # signs, of "- ditto -" and spaces around it


def is_vacant(text: str) -> bool:
    return bool(MAY_BE_VACANT.search(text)) and search_key(text) in VACANT


def is_blank(text: str) -> bool:
    """Tell whether a cell says that there is nothing: empty, a dash, dots, নাই, N/A."""
    if not text.strip(" \t\r\n-–—−‐_.…"):
        return True
    return len(text) <= LONGEST_NONE and search_key(text) in NONE


def is_ditto(text: str) -> bool:
    return len(text) <= LONGEST_DITTO and (
        clean(text).strip(" -–.()").casefold() in DITTO
    )


MUHAMMADS = _keys(MUHAMMAD)
INITIALS = _keys(
    "এ বি সি ডি ই এফ জি এইচ আই জে কে এল এম এন ও পি কিউ আর এস টি ইউ ভি ডব্লিউ এক্স ওয়াই"
    " জেড a b c d e f g h i j k l m n o p q r s t u v w x y z"
)


@lru_cache(maxsize=1 << 15)
def name_key(name: str) -> str:
    """Key under which spellings of one person's name meet.

    The honorific is dropped, মোঃ and its long forms are one word, and initials are one
    word with or without dots and spaces (এ.কে.এম., এ কে এম, একেএম).
    """
    words = search_key(split_honorific(name)[1]).split()
    key = ""
    for word, before in zip(words, ["", *words], strict=False):
        joined = word in INITIALS and before in INITIALS
        key += ("" if joined else " ") + ("md" if word in MUHAMMADS else word)
    return key.strip()


def alike(one: str, other: str) -> float:
    """Similarity of two names, 0 to 1; from 0.85 on, a slip of spelling is likely.

    The least similar words count as much as the whole (শেখ and সৈয়দ আবুল কালাম আজাদ are
    two people), and the consonants as much as all letters (হোসেন, হোসাইন).
    """
    one, other = name_key(one), name_key(other)
    if one == other or not one or not other:
        return float(one == other != "")
    whole, words = _likeness(one, other), (one.split(), other.split())
    if len(words[0]) != len(words[1]):
        return whole
    return (whole + min(map(_likeness, *words))) / 2


def _likeness(one: str, other: str) -> float:
    return (_ratio(one, other) + _ratio(skeleton(one), skeleton(other))) / 2


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


# The last word of a post, with which even an unknown one gives itself away.
POST_WORDS = _keys(
    "মন্ত্রী প্রতিমন্ত্রী উপমন্ত্রী উপদেষ্টা সচিব উপসচিব যুগ্মসচিব কর্মকর্তা সহকারী সহায়ক"
    " পরিচালক মহাপরিচালক উপপরিচালক চেয়ারম্যান রেজিস্ট্রার প্রকৌশলী অপারেটর প্রোগ্রামার"
    " পরিদর্শক হিসাবরক্ষক ক্যাশিয়ার গাড়িচালক চালক মুদ্রাক্ষরিক অ্যানালিস্ট এনালিস্ট প্রধান"
    " ব্যবস্থাপক minister secretary officer assistant director chairman registrar engineer"
    " operator programmer inspector accountant cashier driver analyst manager chief"
)
BRACKETED = re.compile(r"(.+?)\s*[(\[]([^()\[\]]+)[)\]]\.?\s*", re.DOTALL)
LONGEST_BOTH = 500  # signs; a line holds fewer, so a longer cell is not taken apart
BETWEEN = re.compile(r"\n|\s*[,;،]\s*|\s+[-–—]\s+")


def split_name_and_post(text: str, known_posts: frozenset[str]) -> tuple[str, str]:
    """Split a cell that holds a name and a post; the post is empty if none is found.

    They stand on two lines, with a comma or a dash between, or the post in brackets.
    """
    text = clean_lines(text)
    if len(text) > LONGEST_BOTH:
        return clean(text), ""
    for is_post in (_known(known_posts).__contains__, _sounds_like_a_post):
        for name, post in _ways_to_split(text):
            if is_post(search_key(post)) or is_post(_first_line(post)):
                return clean(name), clean(post)
    return clean(text), ""


@lru_cache(maxsize=4)
def _known(posts: frozenset[str]) -> frozenset[str]:
    return frozenset(map(search_key, posts))


def _ways_to_split(text: str) -> Iterator[tuple[str, str]]:
    for found in BETWEEN.finditer(text):
        name, post = text[: found.start()], text[found.end() :]
        yield name, post
        if found[0] == "\n":
            yield post, name
    if found := BRACKETED.fullmatch(text):
        yield found[1], found[2]


def _first_line(post: str) -> str:
    """Key of a post without its charge: উপসচিব of "উপসচিব (প্রশাসন)"."""
    return search_key(re.split(r"[(\[\n]", post, maxsplit=1)[0])


def _sounds_like_a_post(key: str) -> bool:
    return key.rpartition(" ")[2] in POST_WORDS


EXTRA = _keys(
    "অতিরিক্ত দায়িত্ব, অতিরিক্ত দায়িত্বে, চলতি দায়িত্ব, চলতি দায়িত্বে, অতিঃ দায়িত্ব,"
    " অঃ দাঃ, চঃ দাঃ, additional charge, addl charge, current charge",
    ",",
)


def additional_charge(post: str) -> bool:
    """Tell whether a post is held beside another one (অতিরিক্ত বা চলতি দায়িত্ব)."""
    key = f" {search_key(post)} "
    return any(f" {term} " in key for term in EXTRA)
