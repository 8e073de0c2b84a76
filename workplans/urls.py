"""The sitemap of the plans, by subject."""

app_name = "workplans"
urlpatterns = []
