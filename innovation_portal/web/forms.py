"""Forms and fields are drawn by our own templates, the same on every page."""

from django.forms.renderers import TemplatesSetting


class PortalRenderer(TemplatesSetting):
    form_template_name = "_form.html"
    field_template_name = "_field.html"
