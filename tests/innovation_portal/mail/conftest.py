import pytest

from innovation_portal.mail.actions import post
from tests.innovation_portal.mail.server import Mailbox, free_port, serving


@pytest.fixture
def port(settings):
    """Where the portal thinks the mail server is; nobody listens yet."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.DEFAULT_FROM_EMAIL = "portal@moind.gov.bd"
    return settings.EMAIL_PORT


@pytest.fixture
def mailbox(port):
    with serving(Mailbox(), port) as mailbox:
        yield mailbox


@pytest.fixture
def post_one(db):
    """Call it to post a letter, of which only what matters need be said."""

    def posting(**values):
        usual = {
            "to": "rahim@moind.gov.bd",
            "subject": "টেলিফোন তালিকা হালনাগাদ হয়েছে",
            "body": "জনাব,\nনতুন তালিকা দেখুন।\n",
            "about": "edition 2 to 7",
            "by": None,
        }
        return post(**usual | values)

    return posting
