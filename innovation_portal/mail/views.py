"""The letters of an administrator's offices, and the button that tries one again."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_tables2 import RequestConfig

from innovation_portal.access.guard import get_or_404_for, needs
from innovation_portal.access.rights import offices_in_reach
from innovation_portal.mail.actions import retry
from innovation_portal.mail.filters import LetterFilter
from innovation_portal.mail.models import Letter
from innovation_portal.mail.tables import LetterTable
from innovation_portal.web.pages import TablePaginator
from innovation_portal.work.models import Doing

PAGE = {"paginator_class": TablePaginator}
RIGHT = "mail.manage"


@require_safe
@needs(RIGHT)
def letter_list(request):
    letters = Letter.objects.in_offices(offices_in_reach(request.user, RIGHT))
    chosen = LetterFilter(request.GET, letters)
    table = LetterTable(chosen.qs)
    RequestConfig(request, paginate=PAGE).configure(table)
    context = {
        "table": table,
        "filter": chosen,
        "last_done_at": Doing.objects.last_done_at(),
    }
    return render(request, "mail/letter_list.html", context)


@require_POST
@needs(RIGHT)
def letter_retry(request, pk):
    letter = get_or_404_for(request.user, RIGHT, Letter.objects.all(), pk=pk)
    if retry(letter=letter, by=request.user):
        messages.success(request, _("The e-mail will be sent in a moment."))
    else:
        messages.warning(request, _("This e-mail is sent, or is just being sent."))
    return redirect("mail:letter_list")
