"""A layered drawing: nothing overlaps, arrows go down, and simple maps have no crossings."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from beide.web.evidence.layered import Arc, Layout, layout
from beide.web.evidence.layered.order import crossings, ordered
from beide.web.evidence.layered.place import placed
from beide.web.evidence.layered.rows import rows, turned

BOX, LABEL = (100.0, 40.0), (50.0, 20.0)
Pairs = list[tuple[int, int]]


@st.composite
def maps(draw: st.DrawFn) -> tuple[int, Pairs]:
    count = draw(st.integers(1, 8))
    ends = st.integers(0, count - 1)
    return count, draw(st.lists(st.tuples(ends, ends), unique=True, max_size=20))


def laid_out(count: int, pairs: Pairs) -> Layout:
    arcs = [Arc(from_=from_, to=to, weight=at + 1) for at, (from_, to) in enumerate(pairs)]
    return layout([BOX] * count, arcs, label=LABEL)


@given(maps())
@settings(max_examples=150, deadline=None)
def test_no_two_boxes_or_labels_overlap(drawn: tuple[int, Pairs]) -> None:
    found = laid_out(*drawn)
    boxes = [(spot.x, spot.y, *BOX) for spot in found.spots]
    labels = [
        (*line.label, *LABEL)
        for line, (from_, to) in zip(found.lines, drawn[1], strict=True)
        if from_ != to
    ]
    for (x, y, w, h), (other_x, other_y, other_w, other_h) in combinations(boxes + labels, 2):
        beside = abs(x - other_x) >= (w + other_w) / 2 - 0.01
        assert beside or abs(y - other_y) >= (h + other_h) / 2 - 0.01


@given(maps())
@settings(max_examples=100, deadline=None)
def test_arrows_go_down_unless_they_go_back(drawn: tuple[int, Pairs]) -> None:
    count, pairs = drawn
    found = laid_out(count, pairs)
    for line, (from_, to) in zip(found.lines, pairs, strict=True):
        heights = [y for _, y in line.points]
        if from_ != to:
            assert heights == sorted(heights, reverse=line.back)
            assert (found.spots[from_].y < found.spots[to].y) is not line.back


@given(maps())
@settings(max_examples=100, deadline=None)
def test_everything_is_inside_the_drawing(drawn: tuple[int, Pairs]) -> None:
    found = laid_out(*drawn)
    points = [point for line in found.lines for point in line.points]
    corners = [(spot.x + side, spot.y) for spot in found.spots for side in (-50, 50)]
    assert all(0 <= x <= found.width and 0 <= y <= found.height for x, y in points + corners)


def test_the_first_arrow_of_a_circle_goes_down() -> None:
    assert turned(3, [(2, 0), (0, 1), (1, 2)]) == [False, False, True]


def test_a_box_is_near_what_weighs_most() -> None:
    assert rows(4, [(0, 1), (1, 2), (2, 3), (0, 3)], [1, 1, 1, 1]) == [0, 1, 2, 3]


@given(maps())
@settings(max_examples=80, deadline=None)
def test_crossings_are_counted_as_a_plain_count_does(drawn: tuple[int, Pairs]) -> None:
    count, pairs = drawn
    upper, lower = list(range(count)), list(range(count, 2 * count))
    links = [(from_, count + to) for from_, to in pairs]
    under = [[to for from_, to in links if from_ == each] for each in range(2 * count)]
    slow = sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(links, 2))
    assert crossings([upper, lower], under) == slow
    best = ordered([0] * count + [1] * count, links)
    assert crossings(best, under) <= slow


def test_a_tree_is_drawn_without_crossings() -> None:
    links = [(0, 2), (0, 1), (1, 5), (2, 4), (1, 3)]
    under = [[to for from_, to in links if from_ == each] for each in range(6)]
    assert crossings(ordered([0, 1, 1, 2, 2, 2], links), under) == 0


def test_a_straight_road_is_drawn_straight() -> None:
    found = laid_out(4, [(0, 1), (1, 2), (2, 3)])
    assert len({spot.x for spot in found.spots}) == 1


@given(st.lists(st.floats(-100, 100), min_size=1, max_size=6))
def test_places_keep_their_order_and_distance(wishes: list[float]) -> None:
    count = len(wishes)
    fixed = [list(range(count)), list(range(count, 2 * count))]
    joined = [[(each + count, 1.0)] for each in range(count)]
    back = [[(each, 1.0)] for each in range(count)]
    middles = placed(fixed, [10.0] * (2 * count), [*back, *back], [*joined, *back], gap=2.0)
    for row in fixed:
        for left, right in pairwise(row):
            assert middles[right] - middles[left] >= 12.0 - 1e-6
