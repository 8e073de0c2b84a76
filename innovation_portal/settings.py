"""One settings file; what differs between machines comes from the environment.

docs/deploy.md lists the variables. With DATABASE_URL unset, bin/manage and its
siblings start a private cluster and set both addresses.
"""

from pathlib import Path
from urllib.parse import unquote, urlsplit

import environ
import pghistory
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
VAR = env.path("PORTAL_VAR", default=str(BASE_DIR / "var"))
VAR = Path(str(VAR)).resolve()
RELEASE = "0.1.0"


def secret_key():
    """SECRET_KEY from the environment, else the file that the set-up made once."""
    if key := env("SECRET_KEY", default=""):
        return key
    kept = VAR / "secret_key"
    if kept.is_file():
        return kept.read_text().strip()
    raise ImproperlyConfigured("Set SECRET_KEY, or run bin/manage, which makes one.")


def database(name, **extra):
    """A connection from its URL; a host such as %2Frun%2Fdb is a socket's folder."""
    parts = urlsplit(env(name, default=env("DATABASE_URL", default="")))
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured("Set DATABASE_URL=postgres://…, or use bin/manage.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.netloc.rpartition("@")[2].partition(":")[0])
        if parts.netloc.rpartition("@")[2].startswith("%2F")
        else parts.hostname or "",
        "PORT": parts.port or "",
        **extra,
    }


SECRET_KEY = secret_key()
DEBUG = env.bool("PORTAL_DEBUG", default=False)
HTTPS = env.bool("PORTAL_HTTPS", default=True)
PROXIES = env.int("PORTAL_PROXIES", default=int(HTTPS))  # of ours, before the portal
ALLOWED_HOSTS = env.list("PORTAL_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("PORTAL_ORIGINS", default=[])

INSTALLED_APPS = [
    "innovation_portal",
    "directory",
    "schedule",
    "workplans",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "axes",
    "csp",
    "django_filters",
    "django_htmx",
    "django_tables2",
    "django_tasks",
    "django_tasks_db",
    "pghistory",
    "pgtrigger",
    "rules",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "innovation_portal.web.language.PathLanguageMiddleware",
    "innovation_portal.web.bounds.BoundsMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "innovation_portal.web.personal.PersonalPagesMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "innovation_portal.access.middleware.SignedInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "innovation_portal.web.record.WritesInContextMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "innovation_portal.urls"
WSGI_APPLICATION = "innovation_portal.wsgi.application"
FORM_RENDERER = "innovation_portal.web.forms.PortalRenderer"
DJANGO_TABLES2_TEMPLATE = "_table.html"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "innovation_portal.web.personal.page_context",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "innovation_portal.templatetags.bangla",
            ],
        },
    }
]

# The database: the app's role reads and writes rows, the owner migrates.
TIMEOUTS = (
    "-c statement_timeout=30s -c lock_timeout=5s "
    "-c idle_in_transaction_session_timeout=60s -c jit=off -c random_page_cost=1.1 "
    "-c max_parallel_workers_per_gather=0"
)
DATABASES = {
    "default": database(
        "DATABASE_URL",
        CONN_MAX_AGE=60,
        CONN_HEALTH_CHECKS=True,
        OPTIONS={"options": TIMEOUTS},
        TEST={"MIRROR": "owner"},
    ),
    "owner": database("OWNER_DATABASE_URL", TEST={"DEPENDENCIES": []}),
}
DATABASE_ROUTERS = ["innovation_portal.database.router.OwnerMigrates"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
PGHISTORY_APPEND_ONLY = True
PGHISTORY_DEFAULT_TRACKERS = (
    pghistory.InsertEvent(),
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
)

TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": ["default", "mail"],
    }
}
# What the clock does, by dotted name; see innovation_portal/work/tick.py
TICK = [
    "innovation_portal.work.reaper.reap",
    "innovation_portal.mail.delivery.enqueue_due",
    "directory.actions.paper.ask_for_missing",
    "schedule.actions.sitting.lapse_due",
]
TICK_DAILY = [
    "innovation_portal.work.housekeeping.prune_results",
    "innovation_portal.work.housekeeping.clear_sessions",
    "directory.actions.report.forget_senders",
]
# What follows when two officers are found to be one person, or two after all: dotted
# names, called with ``officers=``, all their spellings, in the same transaction
PERSONS_JOINED = ["schedule.actions.person.reclaim_persons"]

# Who may come in
AUTH_USER_MODEL = "innovation_portal.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        (
            "UserAttributeSimilarityValidator",
            {"user_attributes": ("username", "full_name", "email")},
        ),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
    )
]
LOGIN_URL = "access:sign_in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "access/sign_locked.html"
AXES_CLIENT_IP_CALLABLE = "innovation_portal.web.address.client_address"
AXES_RESET_ON_SUCCESS = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
SESSION_ENGINE = "django.contrib.sessions.backends.db"  # a log-out ends it everywhere
SESSION_COOKIE_AGE = 60 * 60  # an idle hour
SESSION_SAVE_EVERY_REQUEST = True
SESSION_ABSOLUTE_AGE = 12 * 60 * 60  # a working day, however busy
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# What the browser may do
COOKIE_PREFIX = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}portal_session"
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}portal_csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "innovation_portal.web.errors.stale_form"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PROXIES else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}

# Language and time
LANGUAGE_CODE = "bn"
LANGUAGES = [("bn", _("Bangla")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "packages"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Dhaka"

# Files
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
FONTS = VAR / "fonts"  # cut at set-up
if FONTS.is_dir():
    STATICFILES_DIRS.append(("fonts", FONTS))
# Bangla fonts of the office's own, for its papers: Nikosh.ttf
OFFICE_FONTS = Path(str(env.path("PORTAL_FONTS", default=str(VAR / "office-fonts"))))
PAPER_SIZE = env.float("PORTAL_PAPER_SIZE", default=11)  # points, of a PDF's text
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": VAR / "files"},
    },
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
UPLOAD_LIMIT = 10 * 1024 * 1024  # bytes
DATA_UPLOAD_MAX_MEMORY_SIZE = UPLOAD_LIMIT
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # a workbook of 40 sheets has a field a column
FILE_UPLOAD_PERMISSIONS = 0o640

# Mistakes that readers report without a login, a day
REPORTS_OF_AN_ADDRESS = env.int("PORTAL_REPORTS_OF_AN_ADDRESS", default=20)
REPORTS_A_DAY = env.int("PORTAL_REPORTS_A_DAY", default=300)

# Mail goes to the ministry's SMTP server through the worker
EMAIL_CONFIG = env.email_url("EMAIL_URL", default="smtp://localhost:25")
vars().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = 20  # seconds
DEFAULT_FROM_EMAIL = env("PORTAL_FROM", default="portal@localhost")
ADDRESS = env("PORTAL_ADDRESS", default="").rstrip("/")  # for links in letters

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "axes": {"level": "WARNING"},  # sign-ins stand in its table
        "weasyprint": {"level": "WARNING"},  # it tells each step
    },
}
LOGGING["formatters"]["line"]["style"] = "{"
