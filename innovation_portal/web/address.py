"""Where a request comes from, as the nearest of our own proxies saw it."""

from ipaddress import ip_address

from django.conf import settings


def client_address(request):
    """The client's address, or None; what the client itself forwards counts nothing.

    Each proxy appends the address it was called from, so the one that our outermost
    proxy wrote stands PORTAL_PROXIES places from the end.
    """
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    seen = [part.strip() for part in forwarded if part.strip()]
    seen.append(request.META.get("REMOTE_ADDR", ""))
    try:
        return str(ip_address(seen[-1 - min(settings.PROXIES, len(seen) - 1)]))
    except ValueError:
        return None
