"""A hundred cases drawn as dots, those that go well filled."""

from xml.etree import ElementTree as ET

from django.utils.safestring import SafeString

OF, ACROSS = 100, 10
STEP, RADIUS = 20, 7.5


def dots(filled: int, label: str) -> SafeString:
    """Return ten rows of ten dots as SVG, of which the first ones are filled.

    Every text in it is escaped as it is written.
    """
    side = ACROSS * STEP
    svg = ET.Element(
        "svg",
        {"class": "dots", "viewBox": f"0 0 {side} {side}", "role": "img", "aria-label": label},
    )
    for place in range(OF):
        ET.SubElement(
            svg,
            "circle",
            {
                "class": "dots__good" if place < filled else "dots__other",
                "cx": str(STEP * (place % ACROSS) + STEP // 2),
                "cy": str(STEP * (place // ACROSS) + STEP // 2),
                "r": str(RADIUS),
            },
        )
    return SafeString(ET.tostring(svg, encoding="unicode"))
