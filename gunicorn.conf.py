"""How gunicorn runs the portal, under bin/serve and in production alike."""

wsgi_app = "innovation_portal.wsgi:application"
worker_class = "gthread"
workers = 2
threads = 4
timeout = 60  # seconds; above the database's statement timeout
graceful_timeout = 15  # seconds
loglevel = "warning"
