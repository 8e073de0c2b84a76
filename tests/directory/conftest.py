"""The clerk at the portal, and what the pages of an upload say."""

import pytest
from django.urls import reverse


@pytest.fixture
def clerk(cast):
    """A client signed in as one of the general services branch."""
    return cast["general_services"]


@pytest.fixture
def address():
    """The address of a page of an upload, by the end of its URL's name."""

    def of(upload, name="preview", **query):
        place = [] if upload is None else [upload.pk]
        return reverse(f"directory:edition_{name}", args=place, query=query)

    return of
