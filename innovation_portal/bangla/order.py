"""The order of a Bangla dictionary, as the database's collation "bangla" knows it.

ICU puts ৎ by ত, ড় by ড, numbers by their value (শাখা-২ before শাখা-১০). PostgreSQL
sorts; Python never does, so that there is one order only.

Digits are ASCII before they are compared. ICU 72 compares two texts from where they
begin to differ; there it takes only ASCII digits for a part of the number before them
wherever a language brings rules of its own. So ক১০০ came before ক১১ in a comparison,
after it by sort keys, and an index on such texts would not be in order.
"""

from django.db.models import F, Func, TextField, Value

from innovation_portal.bangla.digits import ASCII, BANGLA
from innovation_portal.bangla.names import PASSED_OVER

COLLATION = "bangla"


class InDictionary(Func):
    """Order by a column or expression of texts."""

    template = (
        f"translate(%(expressions)s, '{BANGLA}', '{ASCII}') COLLATE \"{COLLATION}\""
    )
    output_field = TextField()


def by_person(column):
    """Order by the names of people, past honorifics and মোঃ as `sort_name` does."""
    arguments = F(column), Value(PASSED_OVER), Value(""), Value("i")
    return InDictionary(Func(*arguments, function="regexp_replace"))
