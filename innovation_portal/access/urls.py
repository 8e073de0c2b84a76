"""/accounts/: signing in and one's own account. /people/: users and their roles."""

from django.urls import include, path

from innovation_portal.access.views import account, appointment, sign, user

account_urls = [
    path("", account.account_detail, name="account_detail"),
    path("password/", account.account_password, name="account_password"),
    path("sign-in/", sign.sign_in, name="sign_in"),
    path("sign-out/", sign.sign_out, name="sign_out"),
]

# /people/
user_urls = [
    path("", user.user_list, name="user_list"),
    path("new/", user.user_create, name="user_create"),
    path("<int:pk>/", user.user_detail, name="user_detail"),
    path("<int:pk>/change/", user.user_change, name="user_change"),
    path("<int:pk>/password/", user.user_password, name="user_password"),
    path("<int:pk>/sessions/", user.user_sessions, name="user_sessions"),
    path("<int:pk>/active/", user.user_active, name="user_active"),
    path(
        "<int:pk>/appointments/new/",
        appointment.appointment_create,
        name="appointment_create",
    ),
    path(
        "appointments/<int:pk>/end/",
        appointment.appointment_end,
        name="appointment_end",
    ),
]

app_name = "access"
urlpatterns = [
    path("accounts/", include(account_urls)),
    path("people/", include(user_urls)),
]
