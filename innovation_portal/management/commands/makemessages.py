"""bin/manage makemessages: the portal's own strings to locale/bn, none guessed."""

from django.core.management.commands import makemessages


class Command(makemessages.Command):
    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.set_defaults(
            locale=["bn"],
            add_location="file",
            no_obsolete=True,
            ignore_patterns=["benchmarks", "tests", "var"],
        )
