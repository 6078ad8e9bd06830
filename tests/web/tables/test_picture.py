"""The table as a picture: every brick and link once, inside the frame, safe to open."""

from xml.etree import ElementTree as ET

from django.utils.translation import override
from hypothesis import given, settings

from beide.web.tables.picture import picture
from beide.web.tables.picture.looks import HEIGHT, LOOKS, STUD, WIDTH
from beide.web.tables.reading import board
from tests.web.tables.bpmn.test_bpmn import documents

SVG = "{http://www.w3.org/2000/svg}"


@settings(max_examples=25, deadline=None)
@given(documents)
def test_everything_that_stands_is_drawn_inside(document: dict[str, object]) -> None:
    told = board(document)
    svg = ET.fromstring(picture(told))
    left, top, width, height = (int(each) for each in svg.attrib["viewBox"].split())
    assert len(svg.findall(f"{SVG}g")) == len(told.bricks)
    assert len(svg.findall(f"{SVG}path")) == len(told.links)
    for brick in told.bricks:
        assert left <= brick.x <= left + width - WIDTH
        assert top + STUD <= brick.y <= top + height - HEIGHT


def test_words_are_words() -> None:
    told = board({"bricks": {"a": {"kind": "step", "label": "<script>alert(1)</script>"}}})
    drawn = picture(told)
    assert "<script" not in drawn


def test_a_brick_says_what_it_is_in_the_readers_language() -> None:
    told = board({"bricks": {"a": {"kind": "golden_moment", "label": "Eén gezicht"}}})
    with override("nl"):
        assert "gouden moment: Eén gezicht" in picture(told)


def contrast(one: str, other: str) -> float:
    """Return the contrast of WCAG 2.2 between two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_kind_can_be_read_and_told_apart_without_colour() -> None:
    for look in LOOKS.values():
        assert contrast(look.fill, look.edge) >= 3
        assert contrast(look.fill, "#22262b") >= 4.5
    assert len({look.sign for look in LOOKS.values()}) == len(LOOKS)
