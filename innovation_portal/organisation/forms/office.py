"""Forms of offices, and the choice of an office in other forms."""

from django import forms
from django.forms.models import ModelChoiceIterator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from innovation_portal.access.rights import offices_in_reach
from innovation_portal.bangla.forms import CharField, DateField, IntegerField
from innovation_portal.organisation.models import Office
from innovation_portal.organisation.tree import in_tree_order
from innovation_portal.web.forms import ActionForm

RIGHT = "organisation.edit"


class _InTreeOrder(ModelChoiceIterator):
    def __iter__(self):
        if self.field.empty_label is not None:
            yield "", self.field.empty_label
        for office in in_tree_order(self.queryset.all()):
            yield self.choice(office)


class OfficeChoiceField(forms.ModelChoiceField):
    """An open office, shown in the order of the tree and indented by its depth."""

    iterator = _InTreeOrder

    def __init__(self, queryset=None, **kwargs):
        kwargs.setdefault("label", _("Office"))
        super().__init__(
            Office.objects.open() if queryset is None else queryset, **kwargs
        )

    def label_from_instance(self, office):
        return "\N{EM SPACE}" * office.depth + office.name


class OfficeForm(ActionForm, forms.ModelForm):
    """An office with its names; ``since`` dates a new name and keeps the old one."""

    parent = OfficeChoiceField(label=_("Higher office"), required=False)
    since = DateField(
        label=_("The name holds from"),
        required=False,
        help_text=_("With a new name: the day of the order. The old name is kept."),
    )

    class Meta:
        model = Office
        fields = ["parent", "kind", "name_bn", "name_en", "abbreviation", "order"]
        field_classes = {
            "name_bn": CharField,
            "name_en": CharField,
            "abbreviation": CharField,
            "order": IntegerField,
        }

    def __init__(self, *args, by, **kwargs):
        super().__init__(*args, **kwargs)
        reach = offices_in_reach(by, RIGHT).open()
        parent = self.fields["parent"]
        parent.queryset = reach
        if self.instance.pk:
            parent.queryset = reach.exclude(path__startswith=self.instance.path)
            parent.queryset |= Office.objects.filter(pk=self.instance.parent_id)
        parent.required = bool(self.instance.parent_id) or not self.instance.pk

    def clean_since(self):
        since = self.cleaned_data["since"]
        if since and since > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come."))
        return since


class CloseForm(ActionForm, forms.Form):
    day = DateField(label=_("Closed on"), initial=timezone.localdate)
