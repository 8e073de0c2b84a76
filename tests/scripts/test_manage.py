import stat


def shell(portal, code, **extra):
    return portal.run("bin/manage", "shell", "--no-imports", "-c", code, **extra)


def test_it_knows_the_users_folder_and_hands_on_the_exit_code(made, tmp_path):
    (tmp_path / "list.txt").touch()
    done = shell(made, "import os; print(os.listdir()); exit(3)", cwd=tmp_path)

    assert done.stdout == "['list.txt']\n"
    assert done.returncode == 3


def test_the_key_is_made_once_and_for_one_reader(made):
    key = made.var / "secret_key"
    assert not key.exists()
    made.library("make_secret_key")
    first = key.read_text()
    made.library("make_secret_key")

    assert key.read_text() == first
    assert len(first) == 64
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


def test_with_an_address_of_a_database_no_cluster_is_made(portal):
    done = portal.run("bin/manage", "version", DATABASE_URL="postgres://nobody@/none")

    assert done.returncode == 0
    assert not (portal.var / "pg").exists()
