"""A chair's office gives or refuses consent to a sitting."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from innovation_portal.access.guard import needs
from schedule.access import keeps_day
from schedule.actions.consent import answer_consent
from schedule.forms.consent import ConsentForm
from schedule.models import Chair, Consent
from schedule.showing import concerned
from schedule.views.diary import RIGHT


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def consent_answer(request, pk):
    """A request already answered shows its answer, and takes no other.

    Who keeps the day of a former chair is not concerned any more.
    """
    consent = get_object_or_404(Consent.objects.with_sittings(), pk=pk)
    keeps = keeps_day(request.user, consent.officer)
    if not (keeps and concerned(request.user, consent.sitting)):
        raise Http404
    chair = Chair.objects.of(consent.officer)
    form = ConsentForm(request.POST or None)
    if form.is_valid() and form.run(
        answer_consent, consent=consent, **form.cleaned_data, by=request.user
    ):
        messages.success(request, _("The answer was saved."))
        day = consent.sitting.begins.date()
        return redirect("schedule:diary_day", chair.pk, day)
    consent.refresh_from_db()
    context = {"consent": consent, "form": form, "chair": chair}
    return render(request, "schedule/consent_answer.html", context)
