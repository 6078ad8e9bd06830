"""Words in templates: the library's texts and names in the reader's language."""

from datetime import date

from django import template
from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext

from beide.change import Form, Mode, Stage, content
from beide.text import Text

register = template.Library()


@register.filter
def say(text: Text | str) -> str:
    """Return a text of the library in the reader's language."""
    return text.in_language(get_language() or "nl") if isinstance(text, Text) else text


@register.filter
def form_name(form: str) -> str:
    """Return the name of a form of change."""
    return say(content().forms[Form(form)].name)


@register.filter
def mode_name(mode: str) -> str:
    """Return the name of a mode."""
    return say(content().modes[Mode(mode)].name)


@register.filter
def stage_name(stage: str) -> str:
    """Return the name of a stage in either rhythm, or of being held."""
    return gettext("held") if stage == "held" else say(content().stage(Stage(stage)).name)


@register.filter
def days_ago(day: date | None) -> str:
    """Say how long ago a day was, or how far ahead it is."""
    if day is None:
        return ""
    days = (timezone.localdate() - day).days
    if days == 0:
        return gettext("today")
    if days == 1:
        return gettext("yesterday")
    if days == -1:
        return gettext("tomorrow")
    if days < 0:
        return ngettext("in %(days)s day", "in %(days)s days", -days) % {"days": -days}
    return ngettext("%(days)s day ago", "%(days)s days ago", days) % {"days": days}
