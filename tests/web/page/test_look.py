"""Template tags draw what exists, and say so when it does not."""

import re

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from beide.change import Form, Mode
from beide.web.page.templatetags.beide_page import icon_names, mode_class, sparkline

SHARES = st.floats(min_value=0, max_value=1)


def render(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


@pytest.mark.parametrize("name", sorted(icon_names()))
def test_every_icon_of_the_sprite_can_be_drawn(name: str) -> None:
    drawn = render("{% icon name %}", name=name)
    assert f'icons.svg#{name}"' in drawn
    assert 'aria-hidden="true"' in drawn


def test_an_icon_that_does_not_exist_names_the_ones_that_do() -> None:
    with pytest.raises(TemplateSyntaxError, match=r"no icon 'spark'.*insight"):
        render('{% icon "spark" %}')


@pytest.mark.parametrize("form", Form)
def test_a_form_wears_the_colours_of_its_mode(form: Form) -> None:
    assert mode_class(form.value) == mode_class(form.mode)


@pytest.mark.parametrize("mode", Mode)
def test_every_mode_has_an_icon_and_a_class(mode: Mode) -> None:
    assert mode in icon_names()
    assert mode_class(mode) == f"mode--{mode}"


@pytest.mark.parametrize("nothing", [None, "", "between"])
def test_what_has_no_mode_is_between_them(nothing: str | None) -> None:
    assert mode_class(nothing) == "mode--between"


@given(values=st.lists(SHARES, min_size=1), promise=SHARES, low=SHARES, spread=SHARES)
def test_a_line_stays_in_its_picture(
    values: list[float], promise: float, low: float, spread: float
) -> None:
    drawn = sparkline(values, promise, low, low + spread, "on time")
    heights = [float(pair.split(",")[1]) for pair in str(drawn["line"]).split()]
    assert len(heights) == len(values)
    assert all(0 <= height <= 90 for height in heights)
    assert heights[values.index(max(values))] == min(heights)


def test_a_line_has_decimal_points_in_dutch_too() -> None:
    with translation.override("nl"):
        drawn = render(
            '{% sparkline values 0.95 0.9 0.97 "op tijd" %}', values=[0.8, 0.913, 0.95, 0.96]
        )
    assert 'aria-label="op tijd"' in drawn
    assert not re.search(r'="\d+,\d+"', drawn)
