import os
import signal
import stat
import subprocess

import pytest

from .conftest import SOURCE, wait_until

pytestmark = pytest.mark.slow


def test_it_knows_bangla_and_has_two_roles(made):
    assert made.sql(
        "SELECT datctype, pg_encoding_to_char(encoding), pg_get_userbyid(datdba)"
        " FROM pg_database WHERE datname = 'portal'"
    ) == ["C.UTF-8|UTF8|portal_owner"]
    assert made.sql(
        "SELECT rolname, rolcreatedb, rolsuper FROM pg_roles"
        " WHERE rolname LIKE 'portal%' ORDER BY 1"
    ) == ["portal_app|f|f", "portal_owner|t|f"]


def test_it_listens_in_a_private_directory_alone(made):
    assert made.sql("SHOW listen_addresses") == [""]
    assert made.sql("SHOW unix_socket_directories") == [f"{made.var}/pg/run"]
    for name in ("pg", "pg/run"):
        assert stat.S_IMODE((made.var / name).stat().st_mode) == 0o700


def test_both_addresses_reach_it(made):
    done = made.library(
        "open_var; join_cluster\n"
        "for url in $DATABASE_URL $OWNER_DATABASE_URL; do\n"
        "    $POSTGRES/psql -At $url -c 'SELECT current_user, current_database()'\n"
        "done"
    )

    assert done.stdout.split() == ["portal_app|portal", "portal_owner|portal"]


def linger(portal):
    """A command that uses the cluster until it is told to end."""
    mark = portal.var / "up"
    script = f"open_var; join_cluster; touch {mark}; exec sleep 300"
    process = portal.start("/usr/bin/env", "bash", "-c", f"{SOURCE}; {script}")
    wait_until(mark.exists)
    return process


def test_it_ends_with_the_last_command_that_uses_it(made):
    first = linger(made)
    cluster = made.cluster_pid()

    assert made.sql("SELECT 1") == ["1"]
    assert made.cluster_pid() == cluster
    first.terminate()
    first.wait()

    wait_until(made.is_silent)
    assert made.cluster_pid() is None


def test_a_command_that_is_killed_does_not_leave_it_behind(made):
    first = linger(made)
    first.kill()
    first.wait()

    wait_until(made.is_silent)


def test_two_first_commands_at_once_make_one(portal):
    both = [portal.start("bin/manage", "version") for _ in range(2)]

    said = [process.communicate(timeout=120)[0] for process in both]

    assert [process.returncode for process in both] == [0, 0]
    assert "".join(said).count("Making the database …") == 1


def test_one_that_was_started_by_hand_is_left_running(made):
    place = made.var / "pg"
    control = f"find_owner {place}; find_programs {place}; as_owner $POSTGRES/pg_ctl"
    options = f"-D {place}/data -l {place}/log -o '-k {place}/run' -s -w"
    assert made.library(f"{control} {options} start").returncode == 0
    cluster = made.cluster_pid()

    assert made.sql("SELECT 1") == ["1"]

    assert made.cluster_pid() == cluster
    assert made.library(f"{control} {options} stop").returncode == 0


def test_killed_while_it_was_made_it_is_made_again(made):
    half = made.var / "pg/data.new"
    (made.var / "pg/data").rename(half)
    (half / "global/pg_control").unlink()

    assert made.sql("SELECT 1") == ["1"]
    assert not half.exists()


def test_data_that_has_lost_its_heart_is_put_aside_not_deleted(made):
    (made.var / "pg/data/global/pg_control").unlink()

    assert made.sql("SELECT 1") == ["1"]
    (aside,) = (made.var / "pg").glob("data.broken-*")
    assert (aside / "PG_VERSION").exists()


def test_what_a_killed_first_start_had_no_time_for_is_done(made):
    made.sql("DROP DATABASE portal")
    (made.var / "pg/ready").unlink()

    assert made.sql("SELECT 1 FROM pg_database WHERE datname = 'portal'") == ["1"]
    assert (made.var / "pg/ready").exists()


def test_after_a_crash_it_starts_again(made):
    first = linger(made)
    os.kill(made.cluster_pid(), signal.SIGKILL)
    first.kill()
    first.wait()
    wait_until(made.is_silent)

    assert made.cluster_pid()
    assert made.sql("SELECT 1") == ["1"]


def test_a_number_that_now_belongs_to_another_process_is_no_hindrance(made):
    (made.var / "pg/data/postmaster.pid").write_text(f"{os.getpid()}\n")

    assert made.sql("SELECT 1") == ["1"]


def test_why_it_does_not_start_is_told_in_one_line(made):
    with (made.var / "pg/data/postgresql.conf").open("a") as settings:
        settings.write("no_such_setting = 1\n")
    done = made.library("open_var; join_cluster")

    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith("portal: PostgreSQL does not start: ")


def test_a_long_or_spaced_path_gets_its_socket_elsewhere(made):
    long = made.var / "a folder, named at length"
    (place,) = made.sql("SHOW unix_socket_directories", PORTAL_VAR=str(long))

    assert place.startswith("/tmp/portal-")
    assert stat.S_IMODE(os.stat(place).st_mode) == 0o700
    wait_until(lambda: not os.listdir(place))
    os.rmdir(place)


def test_a_clone_that_the_owner_cannot_enter_keeps_its_data_elsewhere(made):
    elsewhere = made.var / "elsewhere"
    elsewhere.mkdir()
    done = made.library(
        "as_owner() { false; }; OWNER=$(id -un); mkdir() { :; }\n"
        f"mktemp() {{ echo {elsewhere}; }}; make_home {made.var}/home"
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert os.readlink(made.var / "home") == str(elsewhere)


def test_the_server_itself_is_none_of_its_users(made):
    first = linger(made)
    held = subprocess.run(
        ["find", f"/proc/{made.cluster_pid()}/fd", "-lname", "*pg.users"],
        capture_output=True,
        text=True,
        check=False,
    )
    first.kill()
    first.wait()

    assert held.stdout == ""
