"""bin/manage import_phone_list FILE --updated YYYY-MM-DD [--publish] [--json]"""

import json
from pathlib import Path

from django.core.files import File
from django.core.management.base import BaseCommand, CommandError

from directory.actions.edition import CannotPublish, publish
from directory.actions.upload import compare_upload, receive
from directory.models import Upload
from directory.reading.problems import described
from innovation_portal.bangla.calendar import parse_date

ROWS_WITH_ERRORS, UNREADABLE = 2, 3
STEPS = ("storing", "reading", "publishing", "done")
COUNTS = ("added", "changed", "new_holders", "removed", "unchanged")


class Command(BaseCommand):
    help = (
        "Compare a workbook with the telephone list and, with --publish, make it the "
        "next edition. Exit code 2: some rows have errors and nothing was published; "
        "3: the file cannot be read."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--updated", type=parse_date, metavar="YYYY-MM-DD")
        parser.add_argument("--publish", action="store_true")
        parser.add_argument("--json", action="store_true", help="one line of JSON")

    def handle(self, *, file, updated, **options):
        self._show("storing")
        upload = self._receive(file, updated)
        self._show("reading")
        compare_upload.func(upload.pk)
        upload.refresh_from_db()
        if upload.state == Upload.State.REFUSED:
            raise CommandError(upload.refusal_sentence, returncode=UNREADABLE)
        edition = self._publish(upload) if options["publish"] else None
        self._show("done")
        self._print(upload, edition, options["json"])
        if upload.errors:
            raise SystemExit(ROWS_WITH_ERRORS)

    def _receive(self, file, updated):
        try:
            with file.open("rb") as opened:
                return receive(
                    file=File(opened), filename=file.name, updated_on=updated, by=None
                )
        except OSError as error:
            raise CommandError(str(error), returncode=UNREADABLE) from error

    def _publish(self, upload):
        if upload.errors:
            return None
        self._show("publishing")
        try:
            return publish(upload=upload, by=None)
        except CannotPublish as error:
            raise CommandError(str(error)) from error

    def _print(self, upload, edition, as_json):
        answer = {"edition": edition and edition.number}
        answer |= {name: upload.counts[name] for name in COUNTS}
        answer["warnings"] = [described(problem) for problem in upload.warnings]
        answer["errors"] = [described(problem) for problem in upload.errors]
        if as_json:
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
            return
        for name, value in answer.items():
            for line in value if isinstance(value, list) else [value]:
                self.stdout.write(f"{name}: {_in_words(line)}")

    def _show(self, step):
        """A bar of the steps, where somebody watches."""
        if not self.stderr.isatty():
            return
        done = STEPS.index(step) + 1
        bar = "█" * done * 8 + "░" * (len(STEPS) - done) * 8
        end = "\n" if step == STEPS[-1] else "\r"
        self.stderr.write(f"{bar} {step:<12}", ending=end)


def _in_words(line):
    if not isinstance(line, dict):
        return line
    place = " ".join(str(line[name]) for name in ("sheet", "row", "column"))
    return f"{place} – {line['message']}"
