"""python -m benchmarks [NAME…]: one JSON object a line; names end a part at a dot.

Without names all run but those that fetch other software. Value and baseline come
from the same run; the ratio is what is quoted.
"""

import json
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "innovation_portal.settings")
django.setup()

from benchmarks import (  # noqa: E402
    directory,
    pages,
    paper,
    schedule_free,
    schedule_pages,
    schedule_race,
    scratch,
    search,
)

BENCHMARKS = {
    "bangla.memo_warm": paper.memo_warm,
    "bangla.pdf_text": paper.pdf_text,
    "bangla.search_1m": search.search_1m,
    "directory.preview_10k": directory.preview_10k,
    "directory.publish_10k": directory.publish_10k,
    "directory.pdf_1000": paper.list_1000,
    "directory.page_cached": pages.page_cached,
    "directory.page_first": pages.page_first,
    "directory.page_1m": pages.page_1m,
    "directory.import_peer_10k": directory.import_peer_10k,
    "schedule.day_20_rooms": schedule_pages.day_20_rooms,
    "schedule.week": schedule_pages.week,
    "schedule.free_slots": schedule_free.free_slots,
    "schedule.race": schedule_race.race,
}
ONLY_BY_NAME = {"directory.import_peer_10k"}


def part_of(asked):
    """Whether a name is the one asked for, or begins with it as with a part."""
    return lambda name: f"{name}.".startswith(f"{asked}.")


def chosen(names):
    if not names:
        return [name for name in BENCHMARKS if name not in ONLY_BY_NAME]
    return [
        name
        for name in BENCHMARKS
        if name in names
        or name not in ONLY_BY_NAME
        and any(part_of(asked)(name) for asked in names)
    ]


def main(names):
    unknown = {asked for asked in names if not any(map(part_of(asked), BENCHMARKS))}
    if unknown:
        sys.exit(f"no such benchmark: {', '.join(sorted(unknown))}")
    for name in chosen(names):
        with scratch.database():
            print(json.dumps({"name": name} | BENCHMARKS[name]()), flush=True)


main(sys.argv[1:])
