"""Figures: valid specifications with the data in them, in both languages."""

import json
from datetime import date
from typing import Any

import numpy as np
import pytest

from beide.effect import chart, effect, figures, watch
from tests.unit.effect.data import lead_times, weeks

SERIES = lead_times(step=-0.5)
START = weeks(52)[40]


def values(spec: dict[str, Any]) -> str:
    return json.dumps(spec)


def test_effect() -> None:
    found = effect(SERIES, start=START)
    spec = figures.effect_figure(found, SERIES).to_dict()
    assert len(spec["layer"]) == 5
    assert START.isoformat() in values(spec)
    assert str(found.level_before) in values(spec)


def test_control_chart_marks_the_weeks_outside() -> None:
    series = SERIES.part(np.arange(52) < 50)
    series.values[20] *= 4
    found = chart(series)
    spec = figures.chart_figure(found).to_dict()
    assert found.outside.sum() >= 1
    assert values(spec).count('"outside": true') >= 2 * found.outside.sum()


def test_watch_has_the_line_of_enough() -> None:
    spec = figures.watch_figure(watch(SERIES, start=START)).to_dict()
    assert '"value": 20.0' in values(spec)


def test_placebos_stand_beside_the_effect() -> None:
    found = effect(SERIES, start=START)
    spec = figures.placebo_figure(found).to_dict()
    assert values(spec).count('"real": false') == 20
    assert values(spec).count('"real": true') == 1


def test_lines_by_team() -> None:
    months = [date(2025, month, 1) for month in (1, 2, 3)]
    lines = {"North": np.arange(3.0), "South": np.arange(3.0)}
    spec = figures.lines_figure(months, promise=lines, exploring=lines).to_dict()
    assert spec["facet"]["column"]["field"] == "team"
    assert spec["facet"]["row"]["field"] == "line"
    assert values(spec).count("2025-02-01") == 4


@pytest.mark.parametrize(("language", "word"), [("nl", "bewijs"), ("en", "evidence")])
def test_words_in_both_languages(language: str, word: str) -> None:
    spec = figures.watch_figure(watch(SERIES, start=START), language=language).to_dict()
    assert word in values(spec)


def test_a_page_brings_its_own_colours() -> None:
    colours = figures.Colours(line="var:teal-line")
    spec = figures.chart_figure(chart(SERIES), colours=colours).to_dict()
    assert "var:teal-line" in values(spec)
