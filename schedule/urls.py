"""The sitemap of the schedule, by subject."""

app_name = "schedule"
urlpatterns = []
