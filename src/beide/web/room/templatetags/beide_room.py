"""Hours and ways of freeing time, in words."""

from decimal import Decimal
from math import floor

from django import template

from beide.web.evidence.words import percent
from beide.web.page.templatetags.beide_text import say
from beide.web.room import words

register = template.Library()


@register.filter
def in_hours(count: Decimal | float) -> str:
    """Say how many hours."""
    return words.hours(count)


@register.filter
def in_hours_a_week(count: Decimal | float) -> str:
    """Say how many hours a week."""
    return words.hours_a_week(count)


@register.filter
def in_percent(share: float) -> str:
    """Say a share, never rounded up to more than it is."""
    return percent(floor(1000 * share + 1e-9) / 1000, 1)


@register.filter
def way_name(way: str) -> str:
    """Say how time is freed."""
    return say(words.way_text(way))
