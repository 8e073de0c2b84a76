"""Both catalogues hold all that a page can show; see docs/adr/translations.md."""

import gettext
import re
import subprocess
from contextlib import chdir
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from unicodedata import is_normalized

import pytest
from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import override_settings
from django.utils import translation

from directory.models.line import LABELS, PHONE_KINDS
from directory.reading.problems import SENTENCES, sentence
from innovation_portal.access.roles import ROLES
from innovation_portal.sheets import errors

ROOT = Path(settings.BASE_DIR)
OURS = ROOT / "locale/bn/LC_MESSAGES/django.po"
PACKAGES = ROOT / "locale/packages/bn/LC_MESSAGES/django.po"
BOTH = pytest.mark.parametrize("catalogue", [OURS, PACKAGES], ids=["ours", "packages"])
SOURCES = ("innovation_portal", "directory", "schedule", "workplans", "templates")
# Modules of packages whose words come to a page: forms, checks, signing in, lists.
MODULES = (
    "axes.conf",
    "django.contrib.auth.base_user",
    "django.contrib.auth.forms",
    "django.contrib.auth.password_validation",
    "django.contrib.auth.validators",
    "django.core.paginator",
    "django.core.validators",
    "django.db.models.base",
    "django.db.models.constraints",
    "django.db.models.fields",
    "django.db.models.fields.json",
    "django.db.models.fields.related",
    "django.forms.fields",
    "django.forms.forms",
    "django.forms.formsets",
    "django.forms.models",
    "django.forms.utils",
    "django.forms.widgets",
    "django.template.defaultfilters",
    "django.utils.ipv6",
    "django.utils.text",
    "django.utils.timesince",
    "django_filters.fields",
    "django_filters.filters",
    "django_filters.widgets",
    "django_tables2.paginators",
)
PLACEHOLDER = re.compile(r"%\(\w+\)[sdr]|%[sd]|\{\w+\}")
NAMES = re.compile(
    "IPv[46]|JSON|UUID|bin/manage [a-z]+|LC_CTYPE C.UTF-8|[A-Z_]+_URL|CSV UTF-8"
    "|SutonnyMJ|[.](xlsx?|ods|csv|ics)|https://"
    '|<b lang="en">[^<]+</b>'  # words on the screen of another program
)
TRANSLITERATED = re.compile("সিটিং|এডিশন|এন্ট্রি|ড্যাশবোর্ড|প্রিভিউ|সংঘর্ষ|হোম|লগ ইন|পদবী")


def tool(*command):
    """What a tool of gettext writes; its complaints fail the test."""
    ran = subprocess.run(command, capture_output=True, cwd=ROOT)
    assert (ran.stderr.decode(), ran.returncode) == ("", 0)
    return ran.stdout


@cache
def translations(catalogue):
    """Every text with what stands for it."""
    compiled = BytesIO(tool("msgfmt", "--check", "-o", "-", catalogue))
    return {
        text if isinstance(text, str) else text[0]: bangla
        for text, bangla in gettext.GNUTranslations(compiled)._catalog.items()
        if text
    }


def extracted(folder, sources):
    """An empty catalogue of the strings of ``sources``, a map of names to paths."""
    for name, path in sources.items():
        (folder / name).symlink_to(path)
    with chdir(folder), override_settings(LOCALE_PATHS=[folder / "locale"]):
        call_command("makemessages", symlinks=True, verbosity=0)
    return folder / "locale/bn/LC_MESSAGES/django.po"


def test_every_string_of_ours_is_in_bangla(tmp_path):
    needed = extracted(tmp_path, {name: ROOT / name for name in SOURCES})
    tool("msgcmp", OURS, needed)


def test_every_string_that_packages_can_show_is_in_bangla(tmp_path):
    files = {f"{name}.py": find_spec(name).origin for name in MODULES}
    tool("msgcmp", PACKAGES, extracted(tmp_path, files))


@BOTH
def test_nothing_is_left_over_or_guessed(catalogue):
    text = catalogue.read_text()
    assert [mark for mark in ("#~", ", fuzzy") if mark in text] == []


@BOTH
def test_catalogues_tell_nothing_of_a_machine(catalogue):
    place = re.compile(r"^#: .*(?:/tmp/|/home/|[.][.]/|:[0-9]).*", re.MULTILINE)
    assert place.findall(catalogue.read_text()) == []


@BOTH
def test_every_text_is_bangla(catalogue):
    """No English words but names of file kinds, protocols and the like."""
    english = {
        text: bangla
        for text, bangla in translations(catalogue).items()
        if re.search("[A-Za-z]{2}", NAMES.sub("", PLACEHOLDER.sub("", bangla)))
    }
    assert english == {}


@BOTH
def test_bangla_is_written_as_agreed(catalogue):
    odd = {
        text: bangla
        for text, bangla in translations(catalogue).items()
        if TRANSLITERATED.search(bangla)
        or not is_normalized("NFC", bangla)
        or re.search("[0-9]", NAMES.sub("", PLACEHOLDER.sub("", bangla)))
    }
    assert odd == {}


def test_a_sentence_stays_a_sentence():
    unlike = {
        text: bangla
        for text, bangla in translations(OURS).items()
        if text.endswith(".") != bangla.endswith(("।", "."))
        and not PLACEHOLDER.search(bangla[-14:])
    }
    assert unlike == {}


def in_both(text):
    with translation.override("en"):
        english = str(text)
    with translation.override("bn"):
        return english, str(text)


SHOWN = {
    **{f"problem {code}": text for code, text in SENTENCES.items()},
    **{f"refusal {code}": text for code, text in errors.SENTENCES.items()},
    **{f"column {name}": text for name, text in LABELS.items()},
    **{f"phone {name}": text for name, text in PHONE_KINDS.items()},
    **{f"role {role.key}": role.name for role in ROLES},
    **{f"task {role.key}": role.task for role in ROLES},
}


@pytest.mark.parametrize("text", SHOWN.values(), ids=SHOWN)
def test_what_is_kept_as_a_code_is_shown_in_both_languages(text):
    english, bangla = in_both(text)
    assert not re.search("[ঀ-৿]", english)
    assert re.search("[ক-হ]", bangla)


def test_a_telephone_in_the_office_is_no_office():
    assert in_both(PHONE_KINDS["office_phone"]) == ("Office", "অফিস")
    with translation.override("bn"):
        assert translation.gettext("Office") == "দপ্তর"


def test_numbers_in_a_problem_follow_the_page():
    problem = {"code": "same_line", "details": {"other": 12}}
    with translation.override("bn"):
        assert sentence(problem) == "একই তথ্য দুবার আছে; অন্যটির সারি নম্বর: ১২"
    with translation.override("en"):
        assert (
            sentence(problem) == "The same line stands twice; the other is in row 12."
        )


class NameForm(forms.Form):
    name = forms.CharField(max_length=3)


@pytest.mark.parametrize(
    ("language", "name", "words"),
    [
        ("bn", "", "এ ঘরটি পূরণ করুন।"),
        ("bn", "abcd", "লেখাটি বেশি বড়। সর্বোচ্চ অক্ষর: ৩, এখন আছে: ৪"),
        (
            "en",
            "abcd",
            "Ensure this value has at most 3 characters (it has 4).",
        ),
    ],
)
def test_django_speaks_our_words_with_the_digits_of_the_page(language, name, words):
    with translation.override(language):
        form = NameForm({"name": name})
        assert f"<li>{words}</li>" in str(form["name"].errors)


def test_a_short_password_is_refused_in_bangla():
    with translation.override("bn"), pytest.raises(ValidationError) as refused:
        MinimumLengthValidator(12).validate("short")
    assert refused.value.messages == ["পাসওয়ার্ডটি বেশি ছোট। অন্তত 12টি অক্ষর দিন।"]
