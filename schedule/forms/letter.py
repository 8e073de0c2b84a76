"""The scan of a notice letter: kept at once, so that no refused form loses it."""

from pathlib import Path

from django import forms
from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from innovation_portal.bangla.folding import clean
from innovation_portal.models import StoredFile

SALT = "schedule.letter"
# How each kind of file begins.
KINDS = {
    b"%PDF-": "application/pdf",
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
}


def kind_of(head):
    """The type of a file by its first bytes; None for what is no scan."""
    return next((kind for mark, kind in KINDS.items() if head.startswith(mark)), None)


class ScanField(forms.FileField):
    """A PDF or a picture of at most 10 MB."""

    default_error_messages = {
        "big": _("The file is too large; scan the letter anew, at most 10 MB."),
        "kind": _("Choose a PDF, or a picture as JPG or PNG."),
        "empty": _("The file is empty; choose another."),
    }

    def __init__(self, **kwargs):
        accept = {"accept": ".pdf,.jpg,.jpeg,.png"}
        widget = forms.FileInput(attrs=accept)
        super().__init__(widget=widget, **kwargs)

    def to_python(self, data):
        file = super().to_python(data)
        if file is None:
            return None
        if file.size > settings.UPLOAD_LIMIT:
            raise ValidationError(self.error_messages["big"], code="big")
        head = file.read(16)
        file.seek(0)
        if kind_of(head) is None:
            raise ValidationError(self.error_messages["kind"], code="kind")
        return file


class KeptScan:
    """A scan that came with an earlier sending of the same form.

    Its name in the form is signed for the user: who knows a file's sum has not the
    file.
    """

    def __init__(self, file=None, filename=""):
        self.file, self.filename = file, filename

    def __bool__(self):
        return self.file is not None

    @classmethod
    def keep(cls, upload):
        name = clean(Path(upload.name).name)
        return cls(StoredFile.objects.keep(upload), name)

    @classmethod
    def read(cls, text, user):
        """What ``sign`` wrote for this user; nothing where it was not."""
        try:
            said = signing.loads(text, salt=f"{SALT}.{user.pk}")
        except signing.BadSignature:
            return cls()
        stored = StoredFile.objects.filter(pk=said["file"]).first()
        return cls(stored, said["name"])

    def sign(self, user):
        said = {"file": self.file.pk, "name": self.filename}
        return signing.dumps(said, salt=f"{SALT}.{user.pk}")
