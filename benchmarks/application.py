"""The portal with an empty page among its own; gunicorn serves this to a benchmark."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "innovation_portal.settings")

from django.conf import settings  # noqa: E402
from django.contrib.auth.decorators import login_not_required  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.urls import path  # noqa: E402

settings.ROOT_URLCONF = __name__
application = get_wsgi_application()

from innovation_portal.urls import urlpatterns as portal  # noqa: E402


@login_not_required
def empty(request):
    return HttpResponse()


urlpatterns = [path("bench/empty/", empty), *portal]
