"""Which cases are finished and which the log cut: as plain Python tells it, and on known truths."""

import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beide import log
from beide.errors import WrongOption
from tests.unit.log.data import real, rows, write_csv
from tests.unit.log.examples import examples

COLUMNS = log.Columns(case="case", activity="activity", time="time", attributes=("order",))
BEGIN = datetime.fromisoformat("2024-01-01")
NOW = datetime(2030, 1, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)
STEPS = 4096

Case = Sequence[tuple[str, datetime]]


class Verdict(NamedTuple):
    finished: bool
    unfinished: str | None
    cut: str | None


def slowly(cases: dict[str, Case]) -> dict[str, Verdict]:
    """Tell which cases are finished and cut, one after the other."""
    from_ = min(time for case in cases.values() for _, time in case)
    until = max(time for case in cases.values() for _, time in case)
    step = max(1, (until - from_) // timedelta(microseconds=1) // STEPS)

    def steps(length: timedelta) -> int:
        return min(length // timedelta(microseconds=1) // step, STEPS)

    forward = {
        name: ([each for each, _ in case], [time for _, time in case])
        for name, case in cases.items()
    }
    after = {
        name: (names, gaps(times, steps), steps(until - times[-1]))
        for name, (names, times) in forward.items()
    }
    before = {
        name: (names[::-1], gaps(times, steps)[::-1], steps(times[0] - from_))
        for name, (names, times) in forward.items()
    }
    ended, begun = side(after), side(before)
    verdicts = {}
    for name in cases:
        end, over, long, known = ended[name]
        finished = not known or ((long or over) and end)
        _, seen, _, starts_known = begun[name]
        cut = starts_known and not seen
        running = not finished and not long
        verdicts[name] = Verdict(
            finished,
            None if finished else "stopped" if long else "running",
            {(True, True): "both", (True, False): "start", (False, True): "end"}.get(
                (cut, running)
            ),
        )
    return verdicts


def gaps(times: list[datetime], steps: Any) -> list[int]:
    return [steps(later - time) for time, later in pairwise(times)]


def side(cases: dict[str, tuple[list[str], list[int], int]]) -> dict[str, tuple[bool, ...]]:
    """Tell of each case: ends as cases do, over by its last step, long silent, anything known."""
    every_gap = sorted(gap for _, between, _ in cases.values() for gap in between)
    long = 1
    if every_gap:
        rank = -(-99 * len(every_gap) // 100)
        long = min(every_gap[rank - 1] + 1, STEPS // 3)
    over = {name: case for name, case in cases.items() if case[2] >= long}
    if len(over) < 20:
        return dict.fromkeys(cases, (True, True, True, False))
    ended: Counter[str] = Counter()
    among: Counter[str] = Counter()
    went_on: dict[str, list[int]] = defaultdict(list)
    for names, between, _ in over.values():
        ended[names[-1]] += 1
        among.update(set(names))
        for name, gap in zip(names, between, strict=False):
            went_on[name].append(gap)
    ends = {
        name
        for name, n in ended.items()
        if n >= 2 and 100 * n >= len(over) and 5 * n >= among[name]
    }
    clear = 5 * sum(ended[name] for name in ends) >= 4 * len(over)

    def sure(name: str, silent: int) -> bool:
        longer = sum(gap >= silent for gap in went_on[name])
        return 9 * (longer + 1) <= ended[name]

    return {
        name: (
            names[-1] in ends or not clear,
            silent >= long or (names[-1] in among and sure(names[-1], silent)),
            silent >= long,
            True,
        )
        for name, (names, _, silent) in cases.items()
    }


def read(cases: dict[str, Case], folder: Path, **how: Any) -> log.Log:
    table: list[tuple[object, ...]] = [("case", "activity", "time", "order")]
    table += [
        (name, activity, time.isoformat(" "), f"no {name}")
        for name, case in cases.items()
        for activity, time in case
    ]
    return log.read(write_csv(folder / "x.csv", table), columns=COLUMNS, now=NOW, **how)


def told(found: log.Log) -> dict[str, Verdict]:
    return {
        row["order"][3:]: Verdict(row["finished"], row["unfinished"], row["cut"])
        for row in rows(found, "cases")
    }


def orders(
    rng: random.Random, *, count: int, days: int, abandoned: float = 0.0
) -> tuple[dict[str, Case], set[str]]:
    """Return orders of five steps that begin all the time, and which of them were abandoned."""
    found: dict[str, Case] = {}
    left = set()
    for number in range(count):
        time = BEGIN + timedelta(days=rng.uniform(-20, days))
        names = ["receive", "pick", "pack", "send", "close"]
        if rng.random() < abandoned:
            names = names[: rng.randrange(1, 4)]
            left.add(str(number))
        case = []
        for name in names:
            case.append((name, time.replace(microsecond=0)))
            time += timedelta(hours=rng.expovariate(1 / 40))
        found[str(number)] = case
    return found, left


def exported(cases: dict[str, Case], until: datetime) -> dict[str, Case]:
    """Return what an export of one period has: only the events in it."""
    inside = {
        name: [each for each in case if BEGIN <= each[1] < until] for name, case in cases.items()
    }
    return {name: case for name, case in inside.items() if case}


@given(st.integers(0, 10**6), st.floats(0, 0.4))
@examples(3, many=30)
def test_agrees_with_plain_python(seed: int, abandoned: float) -> None:
    rng = random.Random(seed)
    made, _ = orders(rng, count=rng.randrange(1, 160), days=60, abandoned=abandoned)
    cases = exported(made, BEGIN + timedelta(days=60)) or {"a": [("b", BEGIN)]}
    with TemporaryDirectory() as folder:
        found = read(cases, Path(folder))
        assert told(found) == slowly(cases)
        whole = [row["whole"] for row in rows(found, "cases")]
    verdicts = told(found).values()
    assert whole == [each.finished and each.cut is None for each in verdicts]
    assert found.about.finished == sum(each.finished for each in verdicts)
    assert found.about.whole == sum(whole)


def test_what_an_export_cuts_is_found(tmp_path: Path) -> None:
    until = BEGIN + timedelta(days=120)
    made, left = orders(random.Random(7), count=3000, days=120, abandoned=0.1)
    cases = exported(made, until)
    verdicts = told(read(cases, tmp_path))
    truly = {
        name for name, case in cases.items() if case[-1] == made[name][-1] and name not in left
    }
    finished = {name for name, each in verdicts.items() if each.finished}
    assert finished == truly
    cut = {name for name, case in cases.items() if case[0] != made[name][0]}
    told_cut = {name for name, each in verdicts.items() if each.cut in ("start", "both")}
    # A case that stood still for very long as the log begins cannot be told from one that is odd.
    assert told_cut <= cut
    assert len(told_cut) >= 0.98 * len(cut)
    running = {name for name, each in verdicts.items() if each.unfinished == "running"}
    long_ago = {name for name in left if name in cases and until - cases[name][-1][1] > 400 * HOUR}
    assert not running & long_ago


def test_a_person_can_say_which_activities_end_a_case(tmp_path: Path) -> None:
    made, _ = orders(random.Random(1), count=100, days=60)
    found = read(made, tmp_path, ends=("pack", "close"), starts=("receive",))
    assert found.about.ends == ("pack", "close")
    assert found.about.ends_given
    assert all(each.finished and each.cut is None for each in told(found).values())
    stricter = read(made, tmp_path, ends=("pack",), starts=("pick",))
    assert not any(each.finished for each in told(stricter).values())
    assert {each.cut for each in told(stricter).values()} <= {"start", "both"}


def test_ends_that_do_not_occur(tmp_path: Path) -> None:
    with pytest.raises(WrongOption, match="receive, pick"):
        read({"a": [("receive", BEGIN), ("pick", BEGIN + HOUR)]}, tmp_path, ends=("close",))


def test_with_few_cases_all_count_and_the_report_says_so(tmp_path: Path) -> None:
    made, _ = orders(random.Random(1), count=19, days=60)
    found = read(made, tmp_path)
    assert (found.about.finished, found.about.whole) == (19, 19)
    assert "ends_unknown" in {each.code for each in found.checks}


def test_weeks_that_only_quick_cases_can_reach_are_known(tmp_path: Path) -> None:
    made, _ = orders(random.Random(3), count=2000, days=120)
    found = read({name: case for name, case in made.items() if case[0][1] >= BEGIN}, tmp_path)
    lengths = sorted(row["duration"] for row in rows(found, "cases") if row["whole"])
    usual = timedelta(microseconds=lengths[int(0.95 * len(lengths))])
    steady = found.about.steady_from - found.about.window_from
    assert abs(steady - usual) < timedelta(hours=4)


@pytest.mark.shared_data
@pytest.mark.parametrize(
    ("name", "ends", "finished", "whole"),
    [
        ("helpdesk.xes.gz", {"Closed"}, 4557, 4553),
        ("bpic2020_DomesticDeclarations.xes.gz", {"Payment Handled"}, 10325, 10318),
    ],
)
def test_real_logs(name: str, ends: set[str], finished: int, whole: int) -> None:
    about = real(name).about
    assert ends <= set(about.ends)
    assert (about.finished, about.whole) == (finished, whole)
