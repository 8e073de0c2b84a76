"""Who is staff and not an officer: the last word of a post gives it away.

Posts of grades 11 to 20 of the national pay scale; কর্মকর্তা of every kind are officers.
"""

from innovation_portal.bangla.folding import search_key

LAST_WORDS = frozenset(
    search_key("""
    সহায়ক সহকারী অপারেটর মুদ্রাক্ষরিক টাইপিস্ট স্টেনোগ্রাফার স্টেনোটাইপিস্ট হিসাবরক্ষক
    ক্যাশিয়ার সরকার কেরানি ভাণ্ডাররক্ষক ক্যাটালগার চালক গাড়িচালক ড্রাইভার রাইডার মেকানিক
    ইলেকট্রিশিয়ান টেকনিশিয়ান লিফটম্যান ফরাস ফরাশ দপ্তরি দপ্তরী জমাদার পিয়ন আর্দালি
    এমএলএসএস প্রহরী গার্ড দারোয়ান মালী মালি বাবুর্চি সুইপার ক্লিনার কর্মী পরিচ্ছন্নতাকর্মী
    assistant operator typist stenographer accountant cashier driver rider mechanic
    electrician technician liftman peon orderly mlss guard gardener cook sweeper cleaner
    messenger
    """).split()
)


def is_staff(title):
    """Tell it of a designation without its charge: অফিস সহায়ক is, সহকারী সচিব is not."""
    return search_key(title).rpartition(" ")[2] in LAST_WORDS
