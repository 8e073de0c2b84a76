"""When a chair is busy otherwise, entered by his private secretary."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from innovation_portal.access.guard import get_or_404_for, needs
from innovation_portal.bangla.calendar import parse_date
from schedule.access import keeps_day
from schedule.actions.block import change_block, end_block, enter_block
from schedule.errors import TakenBack
from schedule.forms.block import BlockForm, said_of
from schedule.models import Block, Chair

RIGHT = "schedule.diary"


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def block_create(request, pk):
    chair = get_or_404_for(request.user, RIGHT, Chair.objects.in_order(), pk=pk)
    day = parse_date(request.GET.get("day", "")[:20])
    form = BlockForm(request.POST or None, initial={"first": day})
    if form.is_valid() and form.run(
        enter_block,
        **form.block,
        officer=chair.officer,
        office=chair.office,
        by=request.user,
    ):
        return _saved(request, chair, form)
    return _shown(request, "schedule/block_create.html", chair, form)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def block_change(request, pk):
    """The block ends, and one that says what is right begins."""
    block, chair = _block(request, pk)
    form = BlockForm(request.POST or None, initial=said_of(block))
    if form.is_valid() and form.run(
        change_block, block=block, **form.block, by=request.user
    ):
        return _saved(request, chair, form)
    return _shown(request, "schedule/block_change.html", chair, form, block=block)


@require_POST
@needs(RIGHT)
def block_end(request, pk):
    block, chair = _block(request, pk)
    try:
        end_block(block=block, by=request.user)
        messages.success(request, _("The busy time was taken back."))
    except TakenBack as error:
        messages.warning(request, error.message)
    day = timezone.localtime(block.during.lower).date()
    return redirect("schedule:diary_day", chair.pk, day)


def _block(request, pk):
    """A standing block of a chair whose day the user keeps, and this chair."""
    standing = Block.objects.standing().select_related("officer", "office")
    block = get_object_or_404(standing, pk=pk)
    if not keeps_day(request.user, block.officer):
        raise Http404
    return block, Chair.objects.of(block.officer)


def _saved(request, chair, form):
    messages.success(request, _("Saved."))
    if form.block["override"]:
        messages.warning(
            request, _("The sittings that clash are listed under: To be settled")
        )
    return redirect("schedule:diary_day", chair.pk, form.cleaned_data["first"])


def _shown(request, page, chair, form, **context):
    said = [(clash, clash.sentence(request.user)) for clash in form.clashes]
    context |= {"chair": chair, "form": form, "clashes": said}
    return render(request, page, context)
