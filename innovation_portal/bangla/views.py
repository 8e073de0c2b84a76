"""The page "বিজয় → ইউনিকোড", for everyone."""

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from innovation_portal.bangla.bijoy_reading import read_bijoy
from innovation_portal.bangla.numbers import grouped
from innovation_portal.bangla.speech import language

LIMIT = 100_000  # characters; a second's work, and forty pages of text
PAGE, RESULT = "bangla/bijoy_convert.html", "bangla/_bijoy_converted.html"
NAMED = 12  # Latin words that the page names


class BijoyForm(forms.Form):
    """One text; no `maxlength` on it, to which browsers cut what is pasted."""

    text = forms.CharField(
        label=gettext_lazy("Text typed in Bijoy (SutonnyMJ)"),
        required=False,
        strip=False,
        widget=forms.Textarea(
            attrs={"rows": 12, "spellcheck": "false", "autocomplete": "off"}
        ),
    )

    def clean_text(self):
        text = self.cleaned_data["text"].replace("\r\n", "\n")
        if len(text) <= LIMIT:
            return text
        raise ValidationError(
            _(
                "The text has %(length)s characters; at most %(limit)s are converted "
                "at once. Nothing is lost: convert it in parts."
            ),
            params={
                "length": grouped(len(text), language()),
                "limit": grouped(LIMIT, language()),
            },
        )


# It changes nothing and says nothing that the sender does not know, so the form needs
# no secret and the page no cookie. POST keeps the text out of addresses and logs.
@csrf_exempt
@never_cache
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def bijoy_convert(request):
    form = BijoyForm(request.POST or None)
    context = {"form": form}
    if form.is_valid() and form.cleaned_data["text"].strip():
        converted = read_bijoy(form.cleaned_data["text"])
        latin = list(dict.fromkeys(converted.latin))
        context |= {"converted": converted, "latin": latin[:NAMED]}
        context["more_latin"] = len(latin[NAMED:])
    return render(request, RESULT if request.htmx else PAGE, context)
