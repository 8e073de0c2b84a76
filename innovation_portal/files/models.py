"""What came in, kept as it came: one file for one content, under its SHA-256."""

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class StoredFileManager(models.Manager):
    def keep(self, upload):
        """Store an uploaded file's bytes once, then the row that names them.

        The bytes are on the disk before the row exists, so that a row never names
        a missing file; a file without a row is harmless.
        """
        digest, size, temporary = _spool(upload)
        target = path_of(digest)
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(temporary, target)
        _sync(target.parent)
        return self.get_or_create(sha256=digest, defaults={"size": size})[0]


class StoredFile(models.Model):
    """A stored content; the names it came under stand with those who use it."""

    sha256 = models.CharField(primary_key=True, max_length=64)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    stored_at = models.DateTimeField(_("stored at"), auto_now_add=True)

    objects = StoredFileManager()

    class Meta:
        verbose_name = _("stored file")
        verbose_name_plural = _("stored files")

    def __str__(self):
        return self.sha256

    @property
    def path(self):
        return path_of(self.sha256)


def path_of(digest):
    return Path(settings.VAR) / "files" / digest[:2] / digest


def _spool(upload):
    """Write the bytes beside where they will lie: digest, size and temporary name."""
    folder = Path(settings.VAR) / "files"
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=folder, prefix=".coming-")
    try:
        with os.fdopen(handle, "wb") as out:
            digest, size = _copy(upload, out)
        Path(name).chmod(settings.FILE_UPLOAD_PERMISSIONS)
    except BaseException:
        Path(name).unlink()
        raise
    return digest, size, name


def _copy(upload, out):
    digest, size = hashlib.sha256(), 0
    for chunk in upload.chunks():
        digest.update(chunk)
        size += out.write(chunk)
    out.flush()
    os.fsync(out.fileno())
    return digest.hexdigest(), size


def _sync(folder):
    """Make the new name itself outlive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
