"""bin/manage prepare_fonts: cut the web fonts that the pages are set in."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from innovation_portal.paper.fonts import FontsMissingError, cut_fonts


class Command(BaseCommand):
    help = "Cut the system's Noto fonts to the web fonts of the portal."
    requires_system_checks = ()

    def handle(self, *args, **options):
        try:
            cut_fonts(settings.VAR / "fonts")
        except FontsMissingError as missing:
            raise CommandError(
                f"Fonts missing; apt-get install fonts-noto-core brings them: {missing}"
            ) from None
