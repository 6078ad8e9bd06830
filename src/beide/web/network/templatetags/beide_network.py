"""Hours in words."""

from decimal import Decimal

from django import template

from beide.web.network import words

register = template.Library()


@register.filter
def a_week(hours: Decimal) -> str:
    """Say how many hours a week."""
    return words.hours_a_week(hours)
