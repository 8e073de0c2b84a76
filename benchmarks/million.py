"""A current list of any length, made in the database of parts that real lists have.

Names, posts, subjects and places are in names.txt, the commonest first; rarer names are
made of them. As in a list, lines of one section and of one wing stand together.
"""

from datetime import date
from pathlib import Path

from django.db import connections, transaction

from directory.actions.word import recount_words
from directory.models import Edition
from innovation_portal.bangla.spoken import words

PARTS = Path(__file__).with_name("names.txt")
SEED = 0.2017
COUNTS = ("added", "changed", "new_holders", "removed", "unchanged")
# Of a hundred people 14 are রহমান, as in the ministry's lists.
ENTRIES = """
INSERT INTO directory_entry (line, first_edition_id, honorific, name, vacant, post,
    wing, section, office_phone, pabx, intercom, residence, mobile, fax, ip_phone,
    red_phone, email, room, numbers, position, search_key, sounds, digits, sort_name)
SELECT made.n, 1, 'জনাব', name, false, post.text, wing, section, phone, '', '', '',
    mobile, '', '', '', mail || '@moind.example.gov.bd', room,
    jsonb_build_array(
        jsonb_build_object('field', 'office_phone', 'kind', 'office', 'note', '',
            'e164', '+880' || ltrim(phone, '0'), 'digits', phone, 'extension', ''),
        jsonb_build_object('field', 'mobile', 'kind', 'mobile', 'note', '',
            'e164', '+880' || ltrim(mobile, '0'), 'digits', mobile, 'extension', '')),
    made.n,
    concat_ws(' ', name_key, post.key, section_key, wing_key,
        regexp_replace(translate(mail, '.', ' '), '([a-z])([0-9])', '\\1 \\2'),
        'moind example gov bd', room),
    concat_ws(' ', name_sound, post.sound, section_sound, wing_sound,
        regexp_replace(regexp_replace(
            translate(mail, '.', ' '), '([a-z])([0-9])', '\\1 \\2'), '[0-9]+', '-'),
        'moind egampl gob bd', '-'),
    concat_ws(' ', phone, mobile, room, substring(mail from '[0-9]+')), name
FROM (
    SELECT line.n,
        concat_ws(' ', one.text, two.text, last.text) AS name,
        concat_ws(' ', one.key, two.key, last.key) AS name_key,
        concat_ws(' ', one.sound, two.sound, last.sound) AS name_sound,
        concat(subject.text, '-', section, ' শাখা') AS section,
        concat(subject.key, ' ', section, ' সাখা') AS section_key,
        concat(subject.sound, ' - Saka') AS section_sound,
        concat(place.text, ' ', head.text, ' অনুবিভাগ') AS wing,
        concat(place.key, ' ', head.key, ' অনুবিভাগ') AS wing_key,
        concat(place.sound, ' ', head.sound, ' onubibag') AS wing_sound,
        CASE WHEN mod(line.n, 2) = 0 THEN
            coalesce(two.latin, one.latin) || '.' || last.latin || (random() * 99)::int
            ELSE 'so' || (random() * 9999)::int END AS mail,
        '02' || (9500000 + random() * 99999)::int AS phone,
        '01' || (3 + random() * 6)::int ||
            lpad((random() * 99999999)::int::text, 8, '0') AS mobile,
        (100 + random() * 899)::int::text AS room,
        (power(random(), 2.5) * (SELECT count(*) FROM part WHERE kind = 'posts')
            - 0.5)::int AS post_n
    FROM (
        SELECT n, n / 2000 AS wing_n, mod(n / 25, 20) + 1 AS section,
            power(random(), 4) AS r1, power(random(), 5) AS r2,
            power(random(), 2.35) AS r3,
            random() AS second
        FROM generate_series(1, %(lines)s) n
    ) line
    JOIN size ON true
    JOIN part one ON one.kind = 'given' AND one.n = floor(r1 * given)
    LEFT JOIN part two ON two.kind = 'given' AND two.n = floor(r2 * given)
        AND second < 0.7
    JOIN part last ON last.kind = 'family' AND last.n = floor(r3 * family)
    JOIN part subject ON subject.kind = 'subjects'
        AND subject.n = mod(line.n / 500, subjects)
    JOIN part head ON head.kind = 'subjects' AND head.n = mod(wing_n * 7, subjects)
    JOIN part place ON place.kind = 'places' AND place.n = mod(wing_n, places)
) made
JOIN part post ON post.kind = 'posts' AND post.n = post_n
ORDER BY made.n
"""


# Names of one word that are made of others: শফিকুল্লাহ, Shafiqullah.
TAILS = {"ুল": "ul", "ুর": "ur", "উদ্দিন": "uddin", "ুজ্জামান": "uzzaman", "ুল্লাহ": "ullah"}
TAILS |= {"ুন্নেসা": "unnesa", "ুন্নাহার": "unnahar", "পদ": "pada", "বালা": "bala"}
VERSIONS = "entry_line_once_in_an_edition"


def fill(lines):
    """Make so many current entries, their words, and what the planner knows of them.

    The constraint that keeps versions of a line apart has no part in a search, takes
    long to fill, and is left out.
    """
    Edition.objects.create(
        number=1, updated_on=date(2017, 2, 12), **dict.fromkeys(COUNTS, 0)
    )
    with connections["owner"].cursor() as cursor:
        cursor.execute(f"ALTER TABLE directory_entry DROP CONSTRAINT {VERSIONS}")
        cursor.execute(
            "SELECT indexname, indexdef FROM pg_indexes "
            "WHERE indexname LIKE 'entry\\_%'"
        )
        indexes = cursor.fetchall()
        for name, _definition in indexes:
            cursor.execute(f"DROP INDEX {name}")
        _parts(cursor)
        cursor.execute("SELECT setseed(%s)", [SEED])
        cursor.execute("SET max_parallel_workers_per_gather = 0")
        cursor.execute(ENTRIES, {"lines": lines})
        for _name, definition in indexes:
            cursor.execute(definition)
        with transaction.atomic():
            recount_words()
        cursor.execute("VACUUM ANALYZE directory_entry")
        cursor.execute("VACUUM ANALYZE directory_word")


def names():
    """Parts of names as printed, and their Latin spelling."""
    kinds = dict(line.split(": ") for line in PARTS.read_text().splitlines())
    for kind in ("given", "family"):
        for part in kinds[kind].split(", "):
            yield tuple(part.split())


def _parts(cursor):
    cursor.execute(
        "CREATE TEMPORARY TABLE part (kind text, n int, text text, key text, "
        "sound text, latin text)"
    )
    for line in PARTS.read_text().splitlines():
        kind, parts = line.split(": ")
        parts = parts.split(", ")
        if kind == "given":
            parts += list(_made(parts))
        for n, part in enumerate(parts):
            cursor.execute(
                "INSERT INTO part VALUES (%s, %s, %s, %s, %s, %s)",
                [kind, n, *_columns(kind, part)],
            )
    kinds = ("given", "family", "subjects", "places")
    cursor.execute(
        "CREATE TEMPORARY TABLE size AS SELECT "
        + ", ".join(f"count(*) FILTER (WHERE kind = '{k}') AS {k}" for k in kinds)
        + " FROM part"
    )
    cursor.execute("ANALYZE part")


def _made(given):
    for part in given:
        text, latin = part.split()
        for tail, spelt in TAILS.items():
            yield f"{text}{tail} {latin}{spelt}"


def _columns(kind, part):
    text, _space, latin = part.rpartition(" ")
    if kind not in {"given", "family"}:
        text, latin = part, ""
    spoken = words(text)
    keys, sounds = (" ".join(column) for column in zip(*spoken, strict=True))
    return text, keys, sounds, latin
