import shutil

import pytest
from django.core.management import CommandError, call_command
from fontTools.ttLib import TTFont

from innovation_portal.paper import fonts
from innovation_portal.paper.fonts import CUTS, FontsMissingError, cut_fonts

NAMES = {name for _, name, _ in CUTS}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fonts")
    cut_fonts(folder)
    return folder


def letters_of(path):
    with TTFont(path) as font:
        return set(font.getBestCmap())


def seen(folder):
    return {path.name for path in folder.iterdir() if path.suffix == ".woff2"}


def test_sans_and_serif_in_two_weights_and_two_scripts(folder):
    assert seen(folder) == {
        f"{family}-{weight}.woff2"
        for family in (
            "noto-sans",
            "noto-serif",
            "noto-sans-bengali",
            "noto-serif-bengali",
        )
        for weight in (400, 700)
    }


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_font_is_woff2_and_small(folder, name):
    data = (folder / name).read_bytes()

    assert data[:4] == b"wOF2"
    assert len(data) < (60_000 if "bengali" in name else 13_000)


@pytest.mark.parametrize("name", sorted(name for name in NAMES if "bengali" in name))
def test_bangla_is_whole(folder, name):
    wanted = {*"কখগঘঙক্ষড়ঢ়য়ৎংঃঁ০১২৩৪৫৬৭৮৯৳।॥\u200c\u200d –“”(),:/"}

    assert wanted - set(map(chr, letters_of(folder / name))) == set()


@pytest.mark.parametrize("name", sorted(name for name in NAMES if "bengali" in name))
def test_the_features_that_join_letters_are_kept(folder, name):
    file = next(file for file, cut, _ in CUTS if cut == name)
    source = next(path for path in fonts.FONT_DIRS[0].rglob(file))
    with TTFont(source) as whole, TTFont(folder / name) as cut:
        for table in ("GSUB", "GPOS"):
            tags = [
                {
                    record.FeatureTag
                    for record in font[table].table.FeatureList.FeatureRecord
                }
                for font in (whole, cut)
            ]
            assert tags[0] == tags[1]


@pytest.mark.parametrize(
    "name", sorted(name for name in NAMES if "bengali" not in name)
)
def test_latin_letters_are_whole_and_alone(folder, name):
    letters = letters_of(folder / name)

    assert {*map(ord, "AZaz09@€№“”–’…é")} - letters == set()
    assert not any(0x0400 <= letter < 0x1E00 for letter in letters)


@pytest.fixture
def again(folder, tmp_path):
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    return tmp_path


def test_a_second_time_nothing_is_cut(again):
    assert cut_fonts(again) == []


def test_a_font_of_another_source_is_cut_again(again):
    (again / ".noto-serif-700.stamp").write_text("an older font")

    assert cut_fonts(again) == ["noto-serif-700.woff2"]


def test_a_font_that_was_removed_is_cut_again(again):
    (again / "noto-sans-400.woff2").unlink()

    assert cut_fonts(again) == ["noto-sans-400.woff2"]
    assert seen(again) == NAMES


def test_missing_fonts_are_named_before_anything_is_written(tmp_path):
    with pytest.raises(FontsMissingError, match="NotoSansBengali-Regular.ttf"):
        cut_fonts(tmp_path / "fonts", sources=[tmp_path])

    assert not (tmp_path / "fonts").exists()


def test_the_command_writes_to_the_var_folder(settings, folder, monkeypatch):
    settings.VAR = folder.parent
    calls = []
    monkeypatch.setattr(
        "innovation_portal.management.commands.prepare_fonts.cut_fonts", calls.append
    )

    call_command("prepare_fonts")

    assert calls == [folder.parent / "fonts"]


def test_the_command_says_which_package_to_install(settings, monkeypatch):
    monkeypatch.setattr(
        "innovation_portal.management.commands.prepare_fonts.cut_fonts",
        lambda target: cut_fonts(target, sources=[]),
    )
    with pytest.raises(CommandError, match="apt-get install fonts-noto-core"):
        call_command("prepare_fonts")
