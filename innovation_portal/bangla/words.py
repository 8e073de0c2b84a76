"""Numbers and amounts of money in words, as letters write them.

The table is our own: the spelling is the Bangla Academy's, and 11 to 18 also have an
older one (আঠার) that many papers keep. These words are a proposal: a document stores
the text, which its author may change.
"""

from decimal import Decimal

from innovation_portal.bangla.numbers import in_digits

TABLE = """
শূন্য এক দুই তিন চার পাঁচ ছয় সাত আট নয়
দশ এগারো বারো তেরো চৌদ্দ পনেরো ষোলো সতেরো আঠারো উনিশ
বিশ একুশ বাইশ তেইশ চব্বিশ পঁচিশ ছাব্বিশ সাতাশ আটাশ উনত্রিশ
ত্রিশ একত্রিশ বত্রিশ তেত্রিশ চৌত্রিশ পঁয়ত্রিশ ছত্রিশ সাঁইত্রিশ আটত্রিশ উনচল্লিশ
চল্লিশ একচল্লিশ বিয়াল্লিশ তেতাল্লিশ চুয়াল্লিশ পঁয়তাল্লিশ ছেচল্লিশ সাতচল্লিশ আটচল্লিশ উনপঞ্চাশ
পঞ্চাশ একান্ন বাহান্ন তিপ্পান্ন চুয়ান্ন পঞ্চান্ন ছাপ্পান্ন সাতান্ন আটান্ন উনষাট
ষাট একষট্টি বাষট্টি তেষট্টি চৌষট্টি পঁয়ষট্টি ছেষট্টি সাতষট্টি আটষট্টি উনসত্তর
সত্তর একাত্তর বাহাত্তর তিয়াত্তর চুয়াত্তর পঁচাত্তর ছিয়াত্তর সাতাত্তর আটাত্তর উনআশি
আশি একাশি বিরাশি তিরাশি চুরাশি পঁচাশি ছিয়াশি সাতাশি অষ্টাশি উননব্বই
নব্বই একানব্বই বিরানব্বই তিরানব্বই চুরানব্বই পঁচানব্বই ছিয়ানব্বই সাতানব্বই আটানব্বই নিরানব্বই
"""
OLDER = {11: "এগার", 12: "বার", 13: "তের", 15: "পনের", 16: "ষোল", 17: "সতের", 18: "আঠার"}
BANGLA = TABLE.split()
BANGLA_OLD = [OLDER.get(number, word) for number, word in enumerate(BANGLA)]

ONES = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen
"""
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
ENGLISH = ONES.split() + [
    f"{ten}-{one}".removesuffix("-zero")
    for ten in TENS.split()
    for one in ONES.split()[:10]
]

# (size, Bangla, English); শত is written on to its number, the others stand apart.
SCALES = (
    (10**7, " কোটি", " crore"),
    (10**5, " লক্ষ", " lakh"),
    (10**3, " হাজার", " thousand"),
    (10**2, "শত", " hundred"),
)
MONEY = {"bn": ("টাকা", "পয়সা", "মাত্র"), "en": ("taka", "paisa", "only")}


def in_words(number: int, language: str = "bn", *, old_spelling: bool = False) -> str:
    """Write a whole number in words: এক লক্ষ দুই হাজার তিনশত আঠারো.

    Above a crore, the crores are counted in words again (এক হাজার কোটি).
    """
    bangla = language.startswith("bn")
    if bangla:
        words = _count(abs(number), BANGLA_OLD if old_spelling else BANGLA, 1)
    else:
        words = _count(abs(number), ENGLISH, 2)
    return words if number >= 0 else f"{'ঋণাত্মক' if bangla else 'minus'} {words}"


def _count(number: int, small: list[str], column: int) -> str:
    if number < 100:
        return small[number]
    scale = next(scale for scale in SCALES if number >= scale[0])
    many, rest = divmod(number, scale[0])
    words = _count(many, small, column) + scale[column]
    return f"{words} {_count(rest, small, column)}" if rest else words


def with_words(number: int, language: str = "bn", *, old_spelling: bool = False) -> str:
    """Write digits and words as a memo counts its pages: ১৮ (আঠারো)."""
    words = in_words(number, language, old_spelling=old_spelling)
    return f"{in_digits(number, language)} ({words})"


def money_in_words(
    amount: int | Decimal, language: str = "bn", *, old_spelling: bool = False
) -> str:
    """Write an amount in taka: এক হাজার দুইশত টাকা পঞ্চাশ পয়সা মাত্র.

    Raises ValueError below zero and for parts of a paisa, which no bill can hold.
    """
    paisas = Decimal(amount) * 100
    if paisas < 0 or paisas % 1:
        raise ValueError(f"{amount} taka is no amount of whole paisas")
    units = MONEY["bn" if language.startswith("bn") else "en"]
    taka, paisa = divmod(int(paisas), 100)
    said = [
        f"{in_words(number, language, old_spelling=old_spelling)} {unit}"
        for number, unit in ((taka, units[0]), (paisa, units[1]))
        if number or unit == units[0] and not paisa
    ]
    return " ".join([*said, units[2]])
