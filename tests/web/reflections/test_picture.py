"""The cloud: where the answers lie, and nowhere else."""

import struct
import zlib

import numpy as np
import pytest

from beide import reflect
from beide.web.reflections.picture import (
    HEIGHT,
    WIDTH,
    Cloud,
    arrow,
    cloud,
    place,
    png,
    shades,
)


def posterior(value: int) -> reflect.Posterior:
    """Return where someone stands who sees change everywhere (5) or nowhere (1)."""
    return reflect.posterior(
        [
            reflect.Answer(each.key, 6 - value if each.reversed else value)
            for each in reflect.bank().statements
        ]
    )


@pytest.mark.parametrize(("value", "row", "column"), [(5, 0, 1), (1, 1, 0)])
def test_the_darkest_spot_is_in_the_corner_of_the_form(value: int, row: int, column: int) -> None:
    grey = shades(posterior(value))
    at = np.unravel_index(int(grey.argmax()), grey.shape)
    assert int(at[0] >= grey.shape[0] / 2) == row
    assert int(at[1] >= grey.shape[1] / 2) == column


def test_the_middle_lies_in_the_darkest_part() -> None:
    drawn = cloud(posterior(5))
    grey = shades(posterior(5))
    x = int(drawn.x / WIDTH * grey.shape[1])
    y = int(drawn.y / HEIGHT * grey.shape[0])
    assert grey[y, x] > 0.7 * grey.max()


def test_before_any_answer_the_cloud_is_wide() -> None:
    assert (shades(reflect.posterior([])) > 60).mean() > 3 * (shades(posterior(5)) > 60).mean()


def test_it_is_smooth() -> None:
    grey = shades(posterior(4)).astype(int)
    assert np.abs(np.diff(grey, axis=0)).max() < 40
    assert np.abs(np.diff(grey, axis=1)).max() < 40


def test_the_file_holds_the_shades() -> None:
    grey = shades(posterior(5))
    data = png(grey)
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", data[16:24]) == (grey.shape[1], grey.shape[0])
    length = struct.unpack(">I", data[33:37])[0]
    rows = np.frombuffer(zlib.decompress(data[41 : 41 + length]), dtype=np.uint8)
    assert (rows.reshape(grey.shape[0], -1)[:, 1:] == grey).all()


def test_an_arrow_is_only_drawn_when_there_is_room_for_it() -> None:
    near = Cloud(mask="", x=100, y=100)
    assert arrow(near, Cloud(mask="", x=110, y=100)) is None
    drawn = arrow(near, Cloud(mask="", x=200, y=100))
    assert drawn
    assert (drawn.x1, drawn.x2) == (100, 200)


def test_a_place_beyond_the_plane_stays_on_its_edge() -> None:
    assert 0 < place(-9, WIDTH) < place(0, WIDTH) < place(9, WIDTH) < WIDTH
