"""The set-up's own pieces; what they would install is stood in for."""

import os

import pytest


def one_line(done):
    assert done.returncode == 1
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    return line


def test_a_folder_that_cannot_be_written_is_named(portal):
    done = portal.run("bin/manage", "version", PORTAL_VAR="/dev/null/var")

    assert one_line(done).startswith("portal: ")
    assert "cannot write to /dev/null/var" in done.stderr


def test_a_full_disk_is_told_before_anything_is_made(portal):
    full = "df() { printf 'head\\n/dev/x 10 10 2048 100%% /\\n'; }; open_var"

    assert one_line(portal.library(full)) == (
        f"portal: the disk of {portal.var} is full: 2 MB left, 200 MB needed"
    )


def test_without_the_right_to_install_one_line_names_what_is_missing(portal):
    done = portal.library(
        "missing_packages() { echo gettext; echo fonts-noto-core; }\n"
        "become_root() { return 1; }\n"
        "install_packages serve"
    )

    assert one_line(done) == (
        "portal: packages are missing; as root, run:"
        " apt-get install -y gettext fonts-noto-core"
    )


def test_where_there_is_no_apt_the_missing_things_are_named(portal):
    done = portal.library(
        "missing_packages() { echo gettext; }\n"
        "command() { [[ $2 != apt-get ]]; }\n"
        "install_packages serve"
    )

    assert one_line(done) == (
        "portal: missing on this system, by the names Debian gives them: gettext"
    )


def test_what_apt_refuses_is_told_in_one_line(portal):
    done = portal.library(
        "missing_packages() { echo gettext; }\n"
        "apt_install() { echo 'E: no such package' >>$SETUP_LOG; return 100; }\n"
        "become_root() { AS_ROOT=(); }; open_var; install_packages serve"
    )

    assert done.returncode == 1
    assert done.stderr == (
        "portal: apt-get could not install gettext: E: no such package;"
        f" all of it in {portal.var}/log/setup.log\n"
    )


@pytest.mark.parametrize(
    ("command", "package"),
    [
        ("find_python() { return 1; }; PYTHON=/none", "python3-venv"),
        ("find_postgres() { return 1; }", "postgresql"),
        ("has_library() { [[ $1 != libpango-1.0 ]]; }", "libpango-1.0-0"),
        ("has_library() { [[ $1 != libpangoft2-1.0 ]]; }", "libpangoft2-1.0-0"),
        ("has_library() { [[ $1 != libharfbuzz-subset ]]; }", "libharfbuzz-subset0"),
        ("command() { [[ $2 != msgfmt ]]; }", "gettext"),
        ("has_fonts() { return 1; }", "fonts-noto-core"),
    ],
)
def test_each_missing_thing_is_noticed(portal, command, package):
    done = portal.library(f"{command}; missing_packages serve")

    assert done.stdout.split() == [package]


def test_a_browser_is_wanted_by_the_tests_alone(portal):
    lacking = (
        "find_chromium() { return 1; }; wants_chromium() { return 0; };"
        "has_library() { [[ $1 != libatomic ]]; };"
    )
    wanted = portal.library(f"{lacking} missing_packages test").stdout.split()

    assert portal.library(f"{lacking} missing_packages serve").stdout == ""
    assert wanted == ["chromium", "libatomic1"]


def test_readers_of_pdf_are_wanted_by_the_tests_alone(portal):
    lacking = "has_pdf_js() { return 1; }; command() { [[ $2 != pdftotext ]]; };"
    wanted = portal.library(f"{lacking} missing_packages test").stdout.split()

    assert portal.library(f"{lacking} missing_packages serve").stdout == ""
    assert wanted == ["poppler-utils", "libjs-pdf"]


def test_with_an_address_of_a_database_postgresql_is_not_wanted(portal):
    lacking = "find_postgres() { return 1; }; missing_packages serve"

    assert portal.library(lacking, DATABASE_URL="postgres://x@y/z").stdout == ""


@pytest.fixture
def postgres(tmp_path):
    """Stand-ins for the programs of several versions, in folders a, b, c."""
    for folder, version in (("a", "15.9"), ("b", "17.2"), ("c", "13.4")):
        (tmp_path / folder).mkdir()
        for name in ("initdb", "postgres"):
            program = tmp_path / folder / name
            program.write_text(f"#!/bin/sh\necho 'postgres (PostgreSQL) {version}'\n")
            program.chmod(0o755)
    return tmp_path


@pytest.mark.parametrize(
    ("wanted", "found"), [("", "b"), ("15", "a"), ("17", "b"), ("16", None)]
)
def test_the_programs_fit_the_data_or_are_the_newest(portal, postgres, wanted, found):
    done = portal.library(
        f"postgres_places() {{ printf '%s\n' {postgres}/{{c,a,b}}; }}\n"
        f"find_postgres {wanted}"
    )

    assert done.stdout == (f"{postgres / found}\n" if found else "")
    assert done.returncode == (0 if found else 1)


def test_an_environment_with_the_locked_packages_is_used_as_it_is(portal):
    assert portal.library("has_packages $ROOT/requirements.txt").returncode == 0


@pytest.mark.parametrize("line", ["django==1.0", "no-such-package==1.0"])
def test_another_version_and_a_missing_package_are_noticed(portal, tmp_path, line):
    (tmp_path / "requirements.txt").write_text(f"{line} \\\n    --hash=sha256:0\n")
    done = portal.library(f"has_packages {tmp_path}/requirements.txt")

    assert done.returncode == 1


def test_a_linked_environment_is_never_changed(portal, tmp_path):
    (tmp_path / ".venv").symlink_to(tmp_path)
    done = portal.library(f"ROOT={tmp_path}; install_locked requirements.txt")

    assert one_line(done) == (
        "portal: .venv is a link to an environment without the locked packages:"
        " requirements.txt"
    )


def test_calendar_programs_are_installed_once_for_each_lock(portal):
    done = portal.library(
        """make_clients() { mkdir -p "$1"; touch "$1/.portal-$(python_stamp "$2")"
            echo "made with ${2##*/}"; }
        install_clients; install_clients"""
    )

    assert (done.returncode, done.stdout) == (0, "made with requirements-clients.txt\n")


def test_calendar_programs_that_pip_refuses_are_told_in_one_line(portal):
    lock = portal.var / "requirements-clients.txt"
    lock.write_text("no-such-package-at-all==1.0\n")
    done = portal.library(f"open_var; make_clients {portal.var}/clients {lock}")

    assert done.returncode == 1
    assert done.stderr.startswith(f"portal: pip could not install {lock}: ERROR: ")


def test_a_directory_that_someone_else_prepared_is_refused(portal, tmp_path):
    (tmp_path / "run").symlink_to("/tmp")
    done = portal.library(f"OWNER=$(id -un); AS_OWNER=(); socket_directory {tmp_path}")

    assert one_line(done).endswith("with mode 700")


@pytest.mark.skipif(os.getuid() != 0, reason="only root meets another's data")
def test_data_that_belongs_to_root_is_told(portal, tmp_path):
    assert one_line(portal.library(f"find_owner {tmp_path}")) == (
        f"portal: the database in {tmp_path} belongs to root; chown it to postgres"
    )
