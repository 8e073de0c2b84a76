"""What a document may draw in: files of the static and font folders, nothing else."""

from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from weasyprint.urls import URLFetcher


class RefusedAddressError(ValueError):
    """The document names an address outside the folders it may read."""


class FolderFetcher(URLFetcher):
    """Reads files below the given folders; links are followed before it looks.

    Raises RefusedAddressError for the network, for ``data:`` and for other files;
    WeasyPrint logs it and goes on without the picture.
    """

    def __init__(self, *folders):
        super().__init__(allowed_protocols=("file",), allow_redirects=False)
        self.folders = [Path(folder).resolve() for folder in folders]

    def fetch(self, url, headers=None):
        parts = urlsplit(url)
        if parts.scheme != "file" or parts.netloc:
            raise RefusedAddressError(f"not a file of the portal: {url[:100]}")
        path = Path(url2pathname(parts.path)).resolve()
        if not any(path.is_relative_to(folder) for folder in self.folders):
            raise RefusedAddressError(f"outside the static and font folders: {path}")
        return super().fetch(path.as_uri(), headers)
