"""How forms look: labels above, help below them, errors beside the field."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Render every form with Beide's own templates."""

    form_template_name = "page/forms/form.html"
    field_template_name = "page/forms/field.html"
