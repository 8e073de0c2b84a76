"""The house rules of docs/architecture.md, walked instead of remembered."""

import ast
import re
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command

from tests.test_matrix import url_names

ROOT = Path(settings.BASE_DIR)
APPS = ("innovation_portal", "directory", "schedule", "workplans")
STOREYS = {"innovation_portal": 0, "directory": 1, "schedule": 2, "workplans": 2}
# Where the parts are put together, imports may look up.
PUT_TOGETHER = (
    "innovation_portal/urls.py",
    "innovation_portal/web/views.py",
    "innovation_portal/demo/",
    "innovation_portal/management/commands/load_demo.py",
)
SOLE_IMPORTERS = {
    "axes": "innovation_portal/access/",
    "defusedxml": "innovation_portal/sheets/",
    "django_tasks": "innovation_portal/work/",
    "django_tasks_db": "innovation_portal/work/",
    "docx": "innovation_portal/paper/",
    "fontTools": "innovation_portal/paper/",
    "holidays": "innovation_portal/organisation/",
    "icalendar": ("innovation_portal/sheets/confined/", "schedule/ical/"),
    "openpyxl": "innovation_portal/sheets/",
    "phonenumbers": "directory/numbering.py",
    "python_calamine": "innovation_portal/sheets/",
    "rules": "innovation_portal/access/",
    "segno": "directory/cards.py",
    "weasyprint": "innovation_portal/paper/",
    "xlrd": "innovation_portal/sheets/",
}
# Templates that Django, axes and django-tables2 ask for by a name of their own.
ERROR_LIST = "django/forms/errors/list/ul.html"
NAMED_ELSEWHERE = {"400.html", "403.html", "404.html", "500.html", ERROR_LIST}
FRAGMENTS = re.compile(r"^_|/_")
PAPERS = re.compile(r"(^|/)paper/")  # drawn by paper.pdf, not by a view
NO_VIEW_OF_THEIR_OWN = {"access/sign_locked.html"}


@cache
def sources(*folders):
    """Python files with their text, migrations left out."""
    return {
        str(path.relative_to(ROOT)): path.read_text()
        for folder in folders
        for path in sorted((ROOT / folder).rglob("*.py"))
        if "migrations" not in path.parts
    }


@cache
def trees():
    return {name: ast.parse(text) for name, text in sources(*APPS).items()}


@cache
def templates():
    folder = ROOT / "templates"
    return {
        str(path.relative_to(folder)): path.read_text()
        for path in sorted(folder.rglob("*.html"))
    }


def imports():
    """All imports as (file, module)."""
    for name, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                yield from ((name, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level:
                yield name, node.module


def functions():
    for name, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                yield name, node.name, node.end_lineno - node.lineno + 1


def test_imports_run_one_way():
    def rises(name, module):
        here, there = name.split("/")[0], module.split(".")[0]
        level = STOREYS.get(there, 0)
        return level > STOREYS[here] or (level == STOREYS[here] and there != here)

    apps = {
        (name, module) for name, module in imports() if module.split(".")[0] in APPS
    }
    rising = {name for name, module in apps if rises(name, module)}
    assert {name for name in rising if not name.startswith(PUT_TOGETHER)} == set()


@pytest.mark.parametrize(("package", "room"), SOLE_IMPORTERS.items())
def test_one_room_imports_a_package(package, room):
    importers = {name for name, module in imports() if module.split(".")[0] == package}
    assert {name for name in importers if not name.startswith(room)} == set()


def test_no_signals():
    modules = {module for _name, module in imports()}
    assert not {"django.dispatch", "django.db.models.signals"} & modules


def test_no_admin():
    assert "django.contrib.admin" not in settings.INSTALLED_APPS


def test_files_stay_short():
    def lines(text):
        return sum(bool(line.strip()) for line in text.splitlines())

    long = {
        name: lines(text)
        for name, text in sources(*APPS, "tests", "benchmarks").items()
        if lines(text) > 300
    }
    assert long == {}


def test_functions_stay_short():
    assert [found for found in functions() if found[2] > 40] == []


def test_views_stay_short():
    views = [found for found in functions() if "views" in found[0]]
    assert [found for found in views if found[2] > 25] == []


@pytest.mark.parametrize("name", sorted(name for name in url_names() if ":" in name))
def test_the_first_word_of_a_url_names_the_file_of_its_view(name):
    namespace, view = name.split(":")
    app = namespace if namespace in APPS else f"innovation_portal.{namespace}"
    views = import_module(f"{app}.views")
    if hasattr(views, "__path__"):
        views = import_module(f"{app}.views.{view.split('_')[0]}")
    assert callable(getattr(views, view))


def test_templates_are_named_like_their_views():
    views = {f"{name.replace(':', '/')}.html" for name in url_names()}
    pages = {name for name in templates() if "/" in name and not FRAGMENTS.search(name)}
    pages = {name for name in pages if not PAPERS.search(name)}
    assert pages - views - NO_VIEW_OF_THEIR_OWN - NAMED_ELSEWHERE == set()


def test_every_template_is_used():
    texts = "\n".join([*sources(*APPS).values(), *templates().values()])
    unused = {name for name in templates() if f'"{name}"' not in texts}
    assert unused - NAMED_ELSEWHERE == set()


def test_every_static_file_exists():
    named = {
        name
        for text in templates().values()
        for name in re.findall(r"{% static ['\"]([^'\"]+)", text)
    }
    assert sorted(name for name in named if not finders.find(name)) == []


def test_everything_is_escaped():
    unsafe = re.compile(r"mark_safe|SafeString|\|\s*safe\b|safeseq|autoescape off")
    texts = sources(*APPS) | templates()
    assert [name for name, text in texts.items() if unsafe.search(text)] == []


def test_nothing_inline_that_the_csp_would_refuse():
    inline = re.compile(
        r"""\sstyle\s*=|\son[a-z]+\s*=\s*["']|<style|javascript:"""
        r"""|<script(?![^>]*\ssrc=)""",
        re.IGNORECASE,
    )
    found = {name: inline.findall(text) for name, text in templates().items()}
    assert {name: hits for name, hits in found.items() if hits} == {}


@pytest.mark.django_db(databases=["default", "owner"])
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
