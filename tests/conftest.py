"""What every test may use."""

import pytest


@pytest.fixture(autouse=True)
def var(settings, tmp_path):
    """Uploaded files of a test go to a folder of its own."""
    settings.VAR = tmp_path
    return tmp_path
