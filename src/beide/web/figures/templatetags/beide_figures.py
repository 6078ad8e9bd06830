"""Put a figure and its table on a page."""

from typing import Any

from django import template

from beide.web.figures.figure import Figure

register = template.Library()


@register.inclusion_tag("figures/figure.html")
def figure(shown: Figure) -> dict[str, Any]:
    """Show a figure with its table behind a disclosure."""
    return {"figure": shown}
