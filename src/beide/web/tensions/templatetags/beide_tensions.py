"""Words about tensions in templates."""

from django import template
from django.utils.translation import gettext, ngettext

register = template.Library()


@register.filter
def recognised_by(people: int, threshold: int) -> str:
    """Say how many people recognise a tension; a small number is not told."""
    if people < threshold:
        return gettext("recognised by fewer than %(threshold)s people") % {"threshold": threshold}
    words = ngettext("recognised by %(counter)s person", "recognised by %(counter)s people", people)
    return words % {"counter": people}
