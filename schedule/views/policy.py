"""The branch's rules for all sittings."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from innovation_portal.access.guard import needs
from schedule.actions.policy import change_policy
from schedule.forms.policy import PolicyForm
from schedule.models import Policy, Sitting
from schedule.views.room import RIGHT


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def policy_change(request):
    form = PolicyForm(request.POST or None, instance=Policy.objects.present())
    if form.is_valid() and form.run(
        change_policy, **form.cleaned_data, by=request.user
    ):
        messages.success(request, _("Saved."))
        return redirect("schedule:policy_change")
    context = {"form": form, "unsettled": Sitting.objects.unsettled()}
    return render(request, "schedule/policy_change.html", context)
