"""/organisation/: offices, holidays, hours: open to all; changing them is not."""

from django.urls import path

from innovation_portal.organisation.views import holiday, hours, office

app_name = "organisation"
urlpatterns = [
    path("", office.office_tree, name="office_tree"),
    path("new/", office.office_create, name="office_create"),
    path("<int:pk>/change/", office.office_change, name="office_change"),
    path("<int:pk>/close/", office.office_close, name="office_close"),
    path("holidays/", holiday.holiday_list, name="holiday_list"),
    path("holidays/new/", holiday.holiday_create, name="holiday_create"),
    path("holidays/proposed/", holiday.holiday_propose, name="holiday_propose"),
    path("holidays/<int:pk>/change/", holiday.holiday_change, name="holiday_change"),
    path("holidays/<int:pk>/remove/", holiday.holiday_remove, name="holiday_remove"),
    path("hours/", hours.hours_list, name="hours_list"),
    path("hours/new/", hours.hours_create, name="hours_create"),
    path("hours/<int:pk>/change/", hours.hours_change, name="hours_change"),
    path("hours/<int:pk>/remove/", hours.hours_remove, name="hours_remove"),
]
