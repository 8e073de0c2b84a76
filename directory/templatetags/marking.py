"""{{ entry.name|mark_words:found }}: what a search found, within <mark>."""

from django import template
from django.utils.html import format_html, format_html_join

from innovation_portal.bangla.marking import marked

register = template.Library()


@register.filter
def mark_words(text, found):
    return _marked(text, found.spans_of_words(text)) if found else text


@register.filter
def mark_number(text, found):
    return _marked(text, found.spans_of_number(text)) if found else text


def _marked(text, spans):
    """The pieces escaped one by one, so that no text of the list is markup."""
    pieces = marked(text, spans)
    return format_html_join(
        "",
        "{}",
        ((format_html("<mark>{}</mark>", p) if on else p,) for p, on in pieces),
    )
