"""/directory/: the telephone list, and how it comes in."""

from django.urls import path

from directory.views import entry

app_name = "directory"
urlpatterns = [
    path("", entry.entry_list, name="entry_list"),
    path("download.xlsx", entry.entry_download, name="entry_download"),
]
