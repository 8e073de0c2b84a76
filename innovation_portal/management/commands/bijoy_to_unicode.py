"""bin/manage bijoy_to_unicode < letter.txt > unicode.txt"""

import codecs
import os
import sys

from django.core.management.base import BaseCommand

from innovation_portal.bangla.bijoy_reading import read_bijoy

SOMETHING_UNREAD = 1
# Windows' ANSI; the five bytes that it leaves open are what Latin-1 says.
ANSI = "".join(
    bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256)
)


class Command(BaseCommand):
    help = (
        "Convert text typed in Bijoy (SutonnyMJ) from standard input to Unicode on "
        "standard output, line by line. The input is UTF-8 or, from the first line on "
        "that is not, Windows ANSI. Pieces that cannot be read stay as they were and "
        "are named on standard error; the exit code is then 1."
    )
    requires_system_checks = ()

    def handle(self, **options):
        unread = False
        try:
            for number, line in enumerate(decoded(sys.stdin.buffer), start=1):
                converted = read_bijoy(line)
                sys.stdout.buffer.write(converted.text.encode())
                sys.stdout.buffer.flush()
                if converted.unread:
                    unread = True
                    self.stderr.write(f"line {number}: {' '.join(converted.unread)}")
        except BrokenPipeError:  # `| head` has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if unread:
            sys.exit(SOMETHING_UNREAD)


def decoded(lines):
    """UTF-8 until a line is not; Bijoy that was saved as ANSI hardly ever passes."""
    ansi = False
    for line in lines:
        if not ansi:
            try:
                yield line.decode("utf-8-sig")
                continue
            except UnicodeDecodeError:
                ansi = True
        yield codecs.charmap_decode(line, "strict", ANSI)[0]
