"""How much of the map is drawn: from the main road to every path."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from beide.web.evidence.process.detail import MOST, at_first, levels
from beide.web.evidence.process.graph import Graph, Path, busiest_first, rounded

NAMES = st.sampled_from([None, "a", "b", "c", "d", "e"])


def path(from_: str | None, to: str | None, count: int) -> Path:
    return Path(from_=from_, to=to, count=count, cases=count, median=60.0)


def graph(*paths: Path) -> Graph:
    return Graph(view="steps", cases=100, minimum=5, hidden=0, paths=busiest_first(paths))


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    ends = draw(st.lists(st.tuples(NAMES, NAMES), unique=True, min_size=1, max_size=25))
    kept = [each for each in ends if each != (None, None)]
    return graph(*(path(*each, draw(st.integers(5, 500))) for each in kept))


HELPDESK = graph(
    path(None, "assign", 95),
    path(None, "insert", 5),
    path("insert", "assign", 5),
    path("assign", "take", 90),
    path("assign", "resolve", 10),
    path("take", "wait", 20),
    path("wait", "take", 12),
    path("take", "resolve", 78),
    path("wait", "resolve", 8),
    path("resolve", None, 100),
)


def test_the_first_level_is_the_main_road() -> None:
    main = levels(HELPDESK)[0].paths
    assert [(each.from_, each.to) for each in main] == [
        (None, "assign"),
        ("assign", "take"),
        ("take", "resolve"),
        ("resolve", None),
    ]


def test_the_last_level_is_every_path() -> None:
    last = levels(HELPDESK)[-1]
    assert set(last.paths) == set(HELPDESK.paths)
    assert last.share == 1.0


@given(graphs())
def test_each_level_holds_the_one_before_it(found: Graph) -> None:
    shown = levels(found)
    for lower, upper in itertools.pairwise(shown):
        assert upper.paths[: len(lower.paths)] == lower.paths
        assert upper.share > lower.share
    assert not found.paths or set(shown[-1].paths) == set(found.paths)


@given(graphs())
def test_what_is_drawn_hangs_together(found: Graph) -> None:
    """A step is joined to the begin at every level when it is so on the whole map."""

    def from_begin(paths: tuple[Path, ...]) -> set[str | None]:
        seen: set[str | None] = {None}
        while more := {each.to for each in paths if each.from_ in seen} - seen:
            seen |= more
        return seen

    whole = from_begin(found.paths)
    for level in levels(found):
        drawn = {end for each in level.paths for end in (each.from_, each.to)}
        assert drawn & whole <= from_begin(level.paths) | {None}


def test_a_map_that_is_too_full_stops_somewhere() -> None:
    names = [f"s{number}" for number in range(15)]
    full = graph(*(path(one, two, 9) for one in names for two in names if one != two))
    last = levels(full)[-1]
    assert len(last.paths) <= MOST < len(full.paths)


def test_first_shown_is_what_is_read_at_a_glance() -> None:
    shown = levels(HELPDESK)
    assert at_first(shown) == len(shown)


@given(st.integers(5, 10_000), st.integers(5, 30))
def test_rounded_to_the_nearest_multiple(count: int, minimum: int) -> None:
    (found,) = rounded([path("a", "b", count)], minimum)
    assert found.count % minimum == 0
    assert abs(found.count - count) * 2 <= minimum


def test_kept_and_read_back() -> None:
    assert Graph.from_stored(HELPDESK.to_stored()) == HELPDESK
