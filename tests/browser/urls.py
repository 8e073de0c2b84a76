"""The portal's addresses, a page of all its pieces, and one that breaks."""

from pathlib import Path

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.template import engines
from django.urls import path

from innovation_portal.urls import handler400, handler403, handler404, handler500
from innovation_portal.urls import urlpatterns as portal

__all__ = ["handler400", "handler403", "handler404", "handler500"]


class Pieces(forms.Form):
    """A field of each kind, some right, some wrong."""

    name = forms.CharField(label="নাম", help_text="যেমন: মোঃ আব্দুল করিম")
    day = forms.DateField(label="তারিখ", required=False)
    kind = forms.ChoiceField(label="ধরন", choices=[("a", "অফিস"), ("b", "বাসা")])
    way = forms.ChoiceField(
        label="মাধ্যম",
        choices=[("a", "টেলিফোন"), ("b", "চিঠি")],
        widget=forms.RadioSelect,
    )
    sure = forms.BooleanField(label="আমি যাচাই করেছি")
    file = forms.FileField(label="ফাইল", required=False)
    note = forms.CharField(label="মন্তব্য", widget=forms.Textarea, required=False)

    def clean(self):
        raise ValidationError("তারিখ ও ধরন একসঙ্গে মেলে না।")


@login_not_required
def pieces(request):
    for level in ("info", "success", "warning", "error"):
        getattr(messages, level)(request, "তালিকা প্রকাশিত হয়েছে।")
    form = Pieces({"day": "৩২/০১/২০১৭", "kind": "a"})
    template = engines["django"].from_string(
        Path(__file__).with_name("pieces.html").read_text(encoding="utf-8")
    )
    return HttpResponse(template.render({"form": form}, request))


@login_not_required
def broken(request):
    raise RuntimeError("broken on purpose")


urlpatterns = [
    path("pieces/", pieces),
    path("broken/", broken),
    path("en/broken/", broken),
    *portal,
]
