"""The sitemap of the schedule, by subject."""

from django.urls import path

from schedule.views import chair

app_name = "schedule"
urlpatterns = [
    # Chairs, their days, and what must be settled
    path("chairs/registry/", chair.chair_list, name="chair_list"),
    path("chairs/new/", chair.chair_create, name="chair_create"),
    path("chairs/<int:pk>/change/", chair.chair_change, name="chair_change"),
]
