"""/organisation/: the tree of offices, open to all; changing it is not."""

from django.urls import path

from innovation_portal.organisation.views import office

app_name = "organisation"
urlpatterns = [
    path("", office.office_tree, name="office_tree"),
    path("new/", office.office_create, name="office_create"),
    path("<int:pk>/change/", office.office_change, name="office_change"),
    path("<int:pk>/close/", office.office_close, name="office_close"),
]
