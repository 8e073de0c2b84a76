"""What only papers need of a template: words and hours that no line may cut."""

import re

from django import template
from django.utils.html import format_html, format_html_join

register = template.Library()

# A short word with a hyphen (ই-মেইল, ঢাকা-১০০০।) and an hour with its part of the day
# (সকাল ১০:৩০টা); a longer compound may go on in the next line.
WHOLE = re.compile(
    r"((?:ভোর|সকাল|দুপুর|বিকাল|সন্ধ্যা|রাত) [০-৯]{1,2}"
    r"(?::[০-৯]{2})?(?:টা| ঘটিকা)"
    r"|(?<!\S)(?=\S{2,16}(?!\S))[^\s-]+-\S+)"
)


@register.filter
def whole(text):
    """Hold together what reads badly in two lines; any other text stays as it is."""
    pieces = WHOLE.split(text)  # every second one is what was found
    held = (_hold(piece) if n % 2 else piece for n, piece in enumerate(pieces))
    return format_html_join("", "{}", ((piece,) for piece in held))


def _hold(piece):
    return format_html('<span class="whole">{}</span>', piece)
