"""Forms of the telephone list's way in."""

from directory.forms.bijoy import BijoyForm
from directory.forms.choosing import ChoosingForms
from directory.forms.upload import PublishForm, UploadForm

__all__ = ["BijoyForm", "ChoosingForms", "PublishForm", "UploadForm"]
