"""What templates may draw: icons, the look of a mode, a field, and the small line of a promise."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from django import template
from django.forms import BoundField, CheckboxInput
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from beide.change import Form, Mode

register = template.Library()
SPRITE = Path(__file__).parents[1] / "static" / "beide" / "icons.svg"


@cache
def icon_names() -> frozenset[str]:
    """Return the names of the icons that exist."""
    return frozenset(re.findall(r'<symbol id="([a-z-]+)"', SPRITE.read_text("utf-8")))


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw a decorative icon. The words beside it say what it means."""
    if name not in icon_names():
        known = ", ".join(sorted(icon_names()))
        message = f"There is no icon '{name}'. There are: {known}."
        raise template.TemplateSyntaxError(message)
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("beide/icons.svg"),
        name,
    )


@register.simple_tag
def mode_class(form_or_mode: str | None) -> str:
    """Return the class of a mode, of the mode a form belongs to, or of what is between them."""
    if not form_or_mode or form_or_mode == "between":
        return "mode--between"
    if form_or_mode in set(Form):
        return f"mode--{Form(form_or_mode).mode}"
    return f"mode--{Mode(form_or_mode)}"


@register.filter
def field_kind(field: BoundField) -> str:
    """Tell how a form field is laid out: ``choices``, ``check`` or ``plain``."""
    if isinstance(field.field.widget, CheckboxInput):
        return "check"
    return "choices" if field.use_fieldset else "plain"


@register.inclusion_tag("page/sparkline.html")
def sparkline(
    values: Sequence[float], promise: float, low: float, high: float, label: str
) -> dict[str, object]:
    """Draw shares over time with the promised share and the band they usually fall in.

    ``values``, ``promise``, ``low`` and ``high`` are in one unit, such as shares from 0 to 1;
    ``label`` says in words what the line shows.
    """
    bottom, top = _range([*values, promise, low, high])
    step = _WIDTH / max(len(values) - 1, 1)
    points = [(round(at * step, 1), _height(value, bottom, top)) for at, value in enumerate(values)]
    band = _height(high, bottom, top)
    return {
        "width": _WIDTH,
        "height": _HEIGHT,
        "label": label,
        "line": format_html_join(" ", "{},{}", points),
        "last": points[-1] if points else None,
        "promise": _height(promise, bottom, top),
        "band": band,
        "band_height": round(_height(low, bottom, top) - band, 1),
    }


_WIDTH, _HEIGHT, _MARGIN = 400, 90, 8


def _range(numbers: Sequence[float]) -> tuple[float, float]:
    bottom, top = min(numbers), max(numbers)
    return (bottom, top) if top > bottom else (bottom - 0.5, top + 0.5)


def _height(value: float, bottom: float, top: float) -> float:
    share = (value - bottom) / (top - bottom)
    return round(_HEIGHT - _MARGIN - share * (_HEIGHT - 2 * _MARGIN), 1)
