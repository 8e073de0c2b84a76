"""What a clerk sees between the upload and the publication."""

import pytest
from django.urls import reverse

from tests.directory.uploads import FEBRUARY, JANUARY, compared, published

pytestmark = pytest.mark.django_db


def address(upload, name="preview", **query):
    return reverse(f"directory:edition_{name}", args=[upload.pk], query=query)


@pytest.fixture
def clerk(cast):
    return cast["general_services"]


@pytest.fixture
def february(cast):
    published(JANUARY)
    return compared(FEBRUARY, updated_on=None)


@pytest.mark.parametrize("show", ["", "added", "removed", "changed", "new_holders", "unchanged", "problems", "reading", "nonsense"])
def test_every_tab_opens(clerk, february, show):
    answer = clerk.get(address(february, show=show))
    assert answer.status_code == 200
    print(answer.content.decode()[3000:9000] if show=="reading" else "")
