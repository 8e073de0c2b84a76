"""The list that holds now, for everyone."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render

from directory.models import Edition, Entry


@login_not_required
def entry_list(request):
    context = {
        "edition": Edition.objects.current(),
        "entries": Entry.objects.current().in_order()[:50],
    }
    return render(request, "directory/entry_list.html", context)
