import pytest

from innovation_portal.sheets import read


@pytest.fixture(autouse=True)
def sentences_as_in_the_code(in_english):
    """What a file is refused for is compared with the sentence the code holds."""


@pytest.fixture
def saved(tmp_path):
    """Write bytes the way uploads are kept: under a name that says nothing."""

    def save(data):
        path = tmp_path / "0f3a"
        path.write_bytes(data)
        return path

    return save


@pytest.fixture
def read_bytes(saved):
    def read_as(data, filename="list.xlsx"):
        return read(saved(data), filename=filename)

    return read_as


@pytest.fixture
def only_sheet(read_bytes):
    """The one sheet of a workbook given as bytes."""

    def read_sheet(data, filename="list.xlsx"):
        (sheet,) = read_bytes(data, filename).sheets
        return sheet

    return read_sheet
