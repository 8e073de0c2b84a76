"""Who may see a page: 403 without the right, 404 for another office's record."""

import logging
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from innovation_portal.access.rights import allowed, reaches_all

log = logging.getLogger(__name__)


def needs(right, *, everywhere=False):
    """Close a view to those who do not hold the right anywhere.

    With ``everywhere``, to those who do not hold it over the whole ministry: for
    what belongs to no office, such as designations.
    """
    held = reaches_all if everywhere else allowed

    def decorate(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not held(request.user, right):
                log.warning(
                    "refused: user %s, right %s, %r",
                    request.user.pk,
                    right,
                    request.path,
                )
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def get_or_404_for(user, right, queryset, **lookup):
    """The object, if the user holds the right over it; else as if it were not there."""
    found = get_object_or_404(queryset, **lookup)
    if not allowed(user, right, found):
        log.warning("refused: user %s, right %s, %r", user.pk, right, found)
        raise Http404
    return found
