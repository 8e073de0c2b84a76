"""Forms and fields are drawn by our own templates, the same on every page."""

from django.core.exceptions import ValidationError
from django.forms.renderers import TemplatesSetting


class PortalRenderer(TemplatesSetting):
    form_template_name = "_form.html"
    field_template_name = "_field.html"


class ActionForm:
    """A form that shows what its action refuses, as it shows its own errors."""

    def run(self, action, **values):
        """Whether the action went through; what it said stands in the form."""
        try:
            action(**values)
        except ValidationError as error:
            self.add_error(None, error.messages)
        return self.is_valid()
