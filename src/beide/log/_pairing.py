"""Lifecycle transitions: the start and the completion of a step become one event."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from beide.engine import Engine, Table

START, COMPLETE = "start", "complete"
LEFT_OUT = ("schedule", "assign", "reassign", "suspend", "resume")
"""The standard's transitions that are not a step done, but something that happens to it."""

_OF_EVENT = frozenset({"row", "case", "activity", "time", "start", "lifecycle"})
"""Columns that the completion keeps for itself; of the others, the start may fill in a gap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paired:
    """Events in ``table``, with what became of the transitions.

    ``starts`` had no completion and ``completions`` no start; they stay, each as an event of one
    moment. ``left_out`` counts the rows of other transitions by their name.
    """

    table: Table
    pairs: int = 0
    starts: int = 0
    completions: int = 0
    left_out: dict[str, int] = field(default_factory=dict)


def pair(engine: Engine, table: Table, work: Path) -> Paired:
    """Join each start to the completion that belongs to it, when the source has both.

    Within a case, of one activity and one hand (a person or role, where that is known), the first
    start that is still open belongs to the next completion.

    Parameters
    ----------
    engine
        Computes the pairs.
    table
        Checked events: row, case, activity, role, hand, lifecycle, time, start and further fields.
    work
        A folder for temporary files.

    Returns
    -------
    Paired
        The events. One with both moments has them in ``start`` and ``time``. Without both kinds of
        transition in the source, the table as it was.
    """
    import ibis

    seen, started = _seen(engine, table)
    if START not in seen or COMPLETE not in seen:
        return Paired(table=table)
    kept = table.mutate(kind=_kind(table)).filter(lambda each: ~each.kind.isin(LEFT_OUT))
    # An activity that never starts has nothing to pair: most events need no walk.
    walks = kept.activity.isin(started) & kept.kind.isin((START, COMPLETE))
    placed = work / "transitions.parquet"
    engine.write_parquet(_placed(kept.filter(walks)), placed)
    alone = kept.filter(~walks).drop("hand")
    pairs = _joined(engine.read_parquet([placed]))
    joined = work / "paired.parquet"
    engine.write_parquet(ibis.union(pairs, alone.select(pairs.columns)), joined)
    events = engine.read_parquet([joined])
    told = engine.rows(
        events.aggregate(
            pairs=(events.kind == "pair").sum(),
            starts=(events.kind == START).sum(),
            completions=(events.kind == COMPLETE).sum(),
        )
    )[0]
    return Paired(
        table=events.drop("kind"),
        pairs=int(told["pairs"]),
        starts=int(told["starts"]),
        completions=int(told["completions"]),
        left_out={each: seen[each] for each in LEFT_OUT if each in seen},
    )


def _seen(engine: Engine, table: Table) -> tuple[dict[str, int], list[str]]:
    """Return how often each transition occurs, and which activities are started at all."""
    counted = table.group_by(name=_kind(table), activity=table.activity).aggregate(n=table.count())
    seen: dict[str, int] = {}
    started = []
    for row in engine.rows(counted.order_by("activity")):
        seen[row["name"]] = seen.get(row["name"], 0) + int(row["n"])
        if row["name"] == START:
            started.append(row["activity"])
    return seen, started


def _kind(table: Table) -> Table:
    return table.lifecycle.lower().coalesce("other")


def _placed(table: Table) -> Table:
    """Return starts and completions with which ``pair`` of their step they make.

    Walking through the events of one step, the number of open starts goes up and down. Where it
    would go below zero a completion has no start; such completions are not counted along.
    """
    import ibis

    step = table.mutate(who=table.hand.coalesce(table.role).coalesce(""))
    begun = (step.kind == START).cast("int64").sum().over(_of_step(step, until=0))
    ended = (step.kind == COMPLETE).cast("int64").sum().over(_of_step(step, until=0))
    walked = step.mutate(begun=begun, ended=ended, open=begun - ended)
    lost, before = (
        ibis.greatest(-walked.open.min().over(_of_step(walked, until=until)), 0).coalesce(0)
        for until in (0, -1)
    )
    marked = walked.mutate(lost=lost, has_start=(walked.kind == COMPLETE) & (lost == before))
    number = (marked.kind == START).ifelse(
        marked.begun, marked.has_start.ifelse(marked.ended - marked.lost, None)
    )
    return marked.mutate(pair=number).drop("begun", "ended", "open", "lost", "has_start")


def _of_step(table: Table, *, until: int) -> Any:
    """Return the events of a step from its first until this one (0) or the one before (-1)."""
    import ibis

    return ibis.window(
        rows=(None, until),
        group_by=[table["case"], table.activity, table.who],
        order_by=[table.time, table.row],
    )


def _joined(placed: Table) -> Table:
    """Return one event for each pair, and the events that have no other half."""
    import ibis

    starts = placed.filter(placed.kind == START)
    first = starts.select(**{f"start_{name}": starts[name] for name in starts.columns})
    others = placed.filter(placed.kind != START)
    same = [
        others["case"] == first.start_case,
        others.activity == first.start_activity,
        others.who == first.start_who,
        others["pair"] == first.start_pair,
    ]
    both = others.left_join(first, same)
    found = both.start_row.notnull()
    ends = both.select(
        **{
            name: both[name] if name in _OF_EVENT else both[name].coalesce(both[f"start_{name}"])
            for name in placed.columns
            if name not in ("start", "kind")
        },
        start=found.ifelse(both.start_time, both.start),
        kind=found.ifelse("pair", both.kind),
    )
    done = others.filter(others["pair"].notnull()).select(
        done_case="case", done_activity="activity", done_who="who", done_pair="pair"
    )
    left = starts.anti_join(
        done,
        [
            starts["case"] == done.done_case,
            starts.activity == done.done_activity,
            starts.who == done.done_who,
            starts["pair"] == done.done_pair,
        ],
    )
    names = [name for name in placed.columns if name not in ("pair", "who")]
    return ibis.union(ends.select(names), left.select(names)).drop("hand")
