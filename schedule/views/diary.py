"""The day and the week of a chair, as his private secretary keeps them."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from innovation_portal.access.guard import get_or_404_for, needs
from schedule.access import chairs_kept, keeps_day, sitting_to_move_or_404
from schedule.details import Details
from schedule.diary import diary
from schedule.forms.diary import MoveForm
from schedule.models import Chair, Consent
from schedule.paths import at_one_address, sunday_of
from schedule.programme import programme_of
from schedule.slots.finding import nearest_free

RIGHT = "schedule.diary"
OFFERS = 6


@require_safe
@needs(RIGHT)
def diary_list(request):
    """The chairs whose day the user keeps; of one alone, his day at once."""
    chairs, today = chairs_kept(request.user), timezone.localdate()
    if len(chairs) == 1:
        return redirect("schedule:diary_day", chairs[0].pk, today)
    days = [(chair, *_today(chair, request.user)) for chair in chairs]
    return render(request, "schedule/diary_list.html", {"days": days, "today": today})


@require_safe
@needs(RIGHT)
@at_one_address
def diary_day(request, pk, day):
    chair = _chair(request, pk)
    sunday = sunday_of(day)
    week = diary(chair.officer, sunday, sunday + timedelta(days=6), request.user)
    context = {
        "chair": chair,
        "chairs": chairs_kept(request.user),
        "day": week[(day - sunday).days],
        "week": week,
        "waiting": Consent.objects.waiting(chair.officer),
        "before": day - timedelta(days=1),
        "after": day + timedelta(days=1),
        "today": timezone.localdate(),
    }
    return render(request, "schedule/diary_day.html", context)


@require_safe
@needs(RIGHT)
@at_one_address
def diary_week(request, pk, day):
    chair = _chair(request, pk)
    context = {
        "chair": chair,
        "week": diary(chair.officer, day, day + timedelta(days=6), request.user),
        "before": day - timedelta(days=7),
        "after": day + timedelta(days=7),
        "today": timezone.localdate(),
    }
    return render(request, "schedule/diary_week.html", context)


@require_safe
@needs(RIGHT)
@at_one_address
def diary_paper(request, pk, day):
    """দৈনিক কর্মসূচি, for the chair's own hand: closed sittings stand in it."""
    chair = _chair(request, pk)
    made = programme_of(chair, day, request.user)
    name = f"programme_{chair.pk}_{day}.pdf"
    disposition = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(made, content_type="application/pdf", headers=disposition)


@require_http_methods(["GET", "HEAD", "POST"])
@needs("schedule.hold")
def diary_move(request, pk):
    """One click for an offered slot; another time can be written."""
    sitting = sitting_to_move_or_404(request.user, pk)
    form = MoveForm(request.POST or None, sitting=sitting)
    if form.is_valid() and form.save(by=request.user):
        messages.success(request, _("The sitting was moved."))
        return _after_move(request.user, sitting, form.cleaned_data["details"])
    context = {
        "sitting": sitting,
        "form": form,
        "clashes": [clash.sentence(request.user) for clash in form.clashes],
        "offers": _offers(sitting),
    }
    return render(request, "schedule/diary_move.html", context)


def _offers(sitting):
    """The free times nearest to the present one, which is no offer itself."""
    slots = nearest_free(Details.of(sitting), sitting=sitting, count=OFFERS + 1)
    return [slot for slot in slots if slot.begins != sitting.begins][:OFFERS]


def _after_move(user, sitting, details):
    if not keeps_day(user, sitting.chair):
        return redirect("schedule:sitting_detail", sitting.pk)
    chair = Chair.objects.of(sitting.chair)
    return redirect("schedule:diary_day", chair.pk, details.begins.date())


def _chair(request, pk):
    return get_or_404_for(request.user, RIGHT, Chair.objects.in_order(), pk=pk)


def _today(chair, user):
    today = timezone.localdate()
    (day,) = diary(chair.officer, today, today, user)
    return day, Consent.objects.waiting(chair.officer)
