"""/record/: who changed what."""

from django.urls import path

from innovation_portal.record import views

app_name = "record"
urlpatterns = [path("", views.record_list, name="record_list")]
