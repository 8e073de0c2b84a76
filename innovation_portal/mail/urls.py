"""/mail/: what the portal wrote by e-mail, and how far it has come."""

from django.urls import path

from innovation_portal.mail import views

app_name = "mail"
urlpatterns = [
    path("", views.letter_list, name="letter_list"),
    path("<int:pk>/retry/", views.letter_retry, name="letter_retry"),
]
