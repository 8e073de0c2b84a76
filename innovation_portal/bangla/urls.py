"""/bijoy/: a page for everyone who has text typed in SutonnyMJ."""

from django.urls import path

from innovation_portal.bangla import views

app_name = "bangla"
urlpatterns = [path("bijoy/", views.bijoy_convert, name="bijoy_convert")]
