"""The language of the moment."""

from django.conf import settings
from django.utils.translation import get_language


def language() -> str:
    """Give "bn" or "en": the active language, or the portal's own where none is."""
    return get_language() or settings.LANGUAGE_CODE
