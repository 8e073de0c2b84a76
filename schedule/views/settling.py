"""What must be settled by the branch and by organisers within their reach."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from innovation_portal.access.guard import get_or_404_for, needs
from innovation_portal.bangla.numbers import in_digits
from innovation_portal.bangla.speech import language
from schedule.actions import settling as actions
from schedule.errors import Clashing
from schedule.forms.settling import FollowForm, StandForm
from schedule.models import Block, Sitting
from schedule.settling import Settling

RIGHT = "schedule.hold"


@require_safe
@needs(RIGHT)
def settling_list(request):
    context = {"settling": Settling(request.user)}
    return render(request, "schedule/settling_list.html", context)


@require_POST
@needs(RIGHT)
def settling_follow(request, pk):
    """The post or the person is followed, or a sitting stays on its day."""
    sitting = get_or_404_for(request.user, RIGHT, Sitting.objects.with_names(), pk=pk)
    form = FollowForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose what the sitting follows."))
        return redirect("schedule:settling_list")
    try:
        form.action(
            sitting=sitting, sequence=form.cleaned_data["sequence"], by=request.user
        )
        messages.success(request, _("Settled."))
    except ValidationError as error:
        for sentence in _sentences(error, request.user):
            messages.error(request, sentence)
    return redirect("schedule:settling_list")


@require_POST
@needs("schedule.override")
def settling_stand(request, kind, pk):
    """Two at one time both stay, for a written reason."""
    holders = {"sitting": Sitting.objects, "block": Block.objects}
    if kind not in holders:
        raise Http404
    holder = get_object_or_404(holders[kind].standing(), pk=pk)
    form = StandForm(request.POST)
    if form.is_valid():
        actions.stand(holder=holder, **form.cleaned_data, by=request.user)
        messages.success(request, _("Settled."))
    else:
        messages.error(request, _("Write the reason why both stay."))
    return redirect("schedule:settling_list")


@require_POST
@needs(RIGHT)
def settling_posts(request):
    """All who were invited by their posts give way to the present holders."""
    invited = Settling(request.user).invited
    refused = actions.follow_all_posts(invited=invited, by=request.user)
    if refused:
        said = ngettext(
            "%(count)s sitting could not follow, since somebody is taken then.",
            "%(count)s sittings could not follow, since somebody is taken then.",
            len(refused),
        )
        count = in_digits(len(refused), language())
        messages.warning(request, said % {"count": count})
    else:
        messages.success(request, _("Settled."))
    return redirect("schedule:settling_list")


def _sentences(error, user):
    """A clash says by whom; all else says what it is."""
    if isinstance(error, Clashing) and error.clashes:
        return [clash.sentence(user) for clash in error.clashes]
    return error.messages
