"""From an Altair chart to the specification that goes with a page."""

import hashlib
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.core.cache import cache
from django.utils.translation import get_language

from beide.web.figures.locales import vega_locale

if TYPE_CHECKING:
    import altair as alt

A_DAY = 24 * 60 * 60
HEIGHT = 260


def specification(
    build: Callable[[], "alt.LayerChart | alt.FacetChart"], *, name: str, data: object
) -> dict[str, Any]:
    """Return a chart as Vega-Lite, as wide as its place, in the reader's language.

    Describing a chart takes longer than anything else on a page, so it is done once for the same
    ``name``, ``data`` and language.
    """
    language = get_language() or "nl"
    told = json.dumps([name, language, data], sort_keys=True, default=str)
    key = f"figure.{hashlib.sha256(told.encode()).hexdigest()}"
    found: dict[str, Any] | None = cache.get(key)
    if found is None:
        found = _finished(build(), language)
        cache.set(key, found, A_DAY)
    return found


def _finished(chart: "alt.LayerChart | alt.FacetChart", language: str) -> dict[str, Any]:
    placed = chart.properties(width="container", height=HEIGHT).properties(
        autosize={"type": "fit-x", "contains": "padding"}
    )
    spec: dict[str, Any] = placed.to_dict()
    spec["config"] = {**spec.get("config", {}), "locale": vega_locale(language)}
    return spec
