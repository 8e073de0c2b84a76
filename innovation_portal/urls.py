"""The sitemap: language-free addresses for machines, the rest in two languages."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from innovation_portal.web import views

urlpatterns = [
    path("healthz", views.health, name="healthz"),
    path("readyz", views.ready, name="readyz"),
]

urlpatterns += i18n_patterns(
    path("", views.home, name="home"),
    path("directory/", include("directory.urls")),
    path("mail/", include("innovation_portal.mail.urls")),
    path("organisation/", include("innovation_portal.organisation.urls")),
    path("plans/", include("workplans.urls")),
    path("record/", include("innovation_portal.record.urls")),
    path("schedule/", include("schedule.urls")),
    path("", include("innovation_portal.access.urls")),
    path("", include("innovation_portal.bangla.urls")),
    prefix_default_language=False,
)

handler400 = "innovation_portal.web.errors.bad_request"
handler403 = "innovation_portal.web.errors.forbidden"
handler404 = "innovation_portal.web.errors.not_found"
handler500 = "innovation_portal.web.errors.failed"
