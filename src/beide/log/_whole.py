"""Which cases are finished, and which the log saw only a part of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from beide.engine import Engine, Table
from beide.errors import WrongOption
from beide.log._learnt import ENOUGH, STEPS, Learnt, Seen, learn, long_silence
from beide.log._period import Period

_MICRO = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A row a case in ``table``: case, finished, unfinished, cut and whole; and how it was told.

    ``ends`` and ``starts`` are activities by code: those that were given, else those learnt.
    """

    table: Table
    ends: Learnt
    starts: Learnt
    end_codes: frozenset[int]
    start_codes: frozenset[int]


def codes_of(names: Sequence[str], asked: Sequence[str], option: str) -> frozenset[int]:
    """Return the codes of activities, or raise ``WrongOption`` for one that does not occur."""
    for each in asked:
        if each not in names:
            listed = ", ".join(names)
            raise WrongOption(
                option=option,
                value=each,
                expected_nl=f"een stap in het log ({listed})",
                expected_en=f"an activity in the log ({listed})",
            )
    return frozenset(names.index(each) for each in asked)


def judge(
    engine: Engine,
    events: Table,
    cases: Table,
    work: Path,
    *,
    period: Period,
    ends: frozenset[int],
    starts: frozenset[int],
) -> Judged:
    """Tell of each case whether it is finished, and whether the log's period cut it.

    Parameters
    ----------
    engine
        Counts.
    events
        The normalised events: case, position, activity, time, next_activity and next_time.
    cases
        The cases: case, first and last.
    work
        A folder for temporary files.
    period
        The log's period.
    ends, starts
        Codes of the activities that a person says cases end or begin with; empty when not said.
    """
    if not ends and not starts and _fewer_than_needed(engine, cases):
        few = Learnt(silent=STEPS)
        return Judged(
            table=_all_whole(cases), ends=few, starts=few, end_codes=ends, start_codes=starts
        )
    step = max(1, (period.until - period.from_) // _MICRO // STEPS)

    def steps(length: Table) -> Table:
        import ibis

        passed = length.cast("int64") // step
        return ibis.least(ibis.greatest(passed, 0), STEPS).cast("int32")

    after = _Side(engine, _after(events, steps), _silent(cases, period, steps, after=True))
    before = _Side(engine, _before(events, steps), _silent(cases, period, steps, after=False))
    ended, begun = after.learnt(), before.learnt()
    over = after.judged(ended, ends, work / "ends.parquet")
    seen = before.judged(begun, starts, work / "starts.parquet")
    return Judged(
        table=_told(over, seen, ended, begun, asked_ends=bool(ends), asked_starts=bool(starts)),
        ends=ended,
        starts=begun,
        end_codes=ends or ended.ends,
        start_codes=starts or begun.ends,
    )


def _fewer_than_needed(engine: Engine, cases: Table) -> bool:
    return int(engine.rows(cases.aggregate(n=cases.count()))[0]["n"]) < ENOUGH


def _all_whole(cases: Table) -> Table:
    """Return that every case is finished and nothing was cut: too few to tell."""
    import ibis

    yes, nothing = ibis.literal(value=True), ibis.null("string")
    return cases.select("case", finished=yes, unfinished=nothing, cut=nothing, whole=yes)


def _after(events: Table, steps: Callable[[Table], Table]) -> Table:
    """Return of each event how long it took until the next of its case; nothing for the last."""
    gap = steps(events.next_time.delta(events.time, unit="microsecond"))
    return events.select("case", "activity", gap=gap, outer=events.next_activity.isnull())


def _before(events: Table, steps: Callable[[Table], Table]) -> Table:
    """Return of each event how long after the one before it came; nothing for the first."""
    import ibis

    later = events.filter(events.next_activity.notnull())
    gap = steps(later.next_time.delta(later.time, unit="microsecond"))
    begun = events.filter(events.position == 0)
    return ibis.union(
        later.select(
            "case", activity=later.next_activity, gap=gap, outer=ibis.literal(value=False)
        ),
        begun.select("case", "activity", gap=ibis.null("int32"), outer=ibis.literal(value=True)),
    )


def _silent(cases: Table, period: Period, steps: Callable[[Table], Table], *, after: bool) -> Table:
    """Return of each case how long it was silent towards one end of the period."""
    import ibis

    from_, until = ibis.timestamp(period.from_), ibis.timestamp(period.until)
    if after:
        length = until.delta(cases["last"], unit="microsecond")
    else:
        length = cases["first"].delta(from_, unit="microsecond")
    return cases.select("case", silent=steps(length))


class _Side:
    """One end of the log's period. ``gaps``: case, activity, gap, outer; ``silent``: case, silent.

    What holds for the ends of cases, with time running on, holds for their beginnings with time
    running back.
    """

    def __init__(self, engine: Engine, gaps: Table, silent: Table) -> None:
        self.engine = engine
        self.gaps = gaps
        self.silent = silent

    def learnt(self) -> Learnt:
        """Return what the cases tell that are long over."""
        known = self.gaps.filter(~self.gaps.outer)
        all_gaps = known.group_by("gap").aggregate(n=known.count())
        silent = long_silence({row["gap"]: int(row["n"]) for row in self.engine.rows(all_gaps)})
        over = self.silent.filter(self.silent["silent"] >= silent)
        cases = int(self.engine.rows(over.aggregate(n=over.count()))[0]["n"])
        return learn(self._seen(over), cases=cases, silent=silent)

    def _seen(self, over: Table) -> dict[int, Seen]:
        gaps = self.gaps.semi_join(over, "case")
        by_case = gaps.group_by(["activity", "case"]).aggregate(
            ended=gaps.outer.cast("int64").sum()
        )
        counted = by_case.group_by("activity").aggregate(
            cases=by_case.count(), ended=by_case.ended.sum()
        )
        inner = gaps.filter(~gaps.outer)
        lengths: dict[int, dict[int, int]] = {}
        found = inner.group_by(["activity", "gap"]).aggregate(n=inner.count())
        for row in self.engine.rows(found):
            lengths.setdefault(row["activity"], {})[row["gap"]] = int(row["n"])
        return {
            row["activity"]: Seen(
                cases=int(row["cases"]),
                ended=int(row["ended"]),
                gaps=lengths.get(row["activity"], {}),
            )
            for row in self.engine.rows(counted)
        }

    def judged(self, learnt: Learnt, asked: frozenset[int], target: Path) -> Table:
        """Return case, silent, and of its outermost activity ``is_end`` and ``needed``."""
        import pyarrow as pa
        from pyarrow import parquet

        needed = learnt.needed or {}
        codes = sorted({*needed, *asked})
        columns = {
            "code": pa.array(codes, pa.int32()),
            "is_end": pa.array([code in (asked or learnt.ends) for code in codes], pa.bool_()),
            "needed": pa.array([needed.get(code, learnt.silent) for code in codes], pa.int32()),
        }
        parquet.write_table(pa.table(columns), target)
        rule = self.engine.read_parquet([target])
        outer = self.gaps.filter(self.gaps.outer).select("case", "activity")
        known = outer.left_join(rule, outer.activity == rule.code)
        told = known.select(
            "case",
            is_end=known.is_end.coalesce(False),
            needed=known.needed.coalesce(learnt.silent),
        )
        return told.join(self.silent, "case")


def _told(
    after: Table,
    before: Table,
    ends: Learnt,
    starts: Learnt,
    *,
    asked_ends: bool,
    asked_starts: bool,
) -> Table:
    """Return the cases with their four columns."""
    import ibis

    never = ibis.literal(value=False)
    long = after["silent"] >= ends.silent
    if asked_ends:
        finished = after.is_end
    elif not ends.known:
        finished = ~never
    else:
        finished = long | (after["silent"] >= after.needed)
        finished = finished & after.is_end if ends.clear else finished
    over = after.select("case", finished=finished, long=long)
    if asked_starts:
        cut = ~before.is_end
    else:
        cut = before["silent"] < before.needed if starts.known else never
    begun = before.select(begun_case=before["case"], cut_start=cut)
    both = over.join(begun, over["case"] == begun.begun_case)
    running = ~both.finished & ~both.long
    return both.select(
        "case",
        "finished",
        unfinished=both.finished.ifelse(None, both.long.ifelse("stopped", "running")),
        cut=ibis.cases(
            (both.cut_start & running, "both"), (both.cut_start, "start"), (running, "end")
        ),
        whole=both.finished & ~both.cut_start,
    )
