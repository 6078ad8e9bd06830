"""An event log of which the truth is known, and the log that Beide makes of it."""

import csv
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from beide.log import Columns, Log, read

BEGIN = datetime(2024, 1, 1, 9, tzinfo=UTC)
ATTRIBUTES = ("kind", "channel", "complete", "amount", "stamp", "result_code", "checked")


def orders(folder: Path, *, count: int = 1400, days: int = 180, seed: int = 4) -> Log:
    """Return a log of orders over half a year.

    An order is received, checked, made by one of three teams and sent. Made by the team that
    checked it, an order is sent sooner; made by team c, later. When the form is complete it is
    checked sooner, and when something must be asked it takes longer. The channel has no effect.
    ``result_code`` is filled in only when an order is over; ``checked`` comes with a step.
    """
    rng = np.random.default_rng(seed)
    path = folder / "orders.csv"
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(["case", "step", "time", "role", *ATTRIBUTES])
        for number, day in enumerate(np.sort(rng.random(count)) * days):
            writer.writerows(_order(number, day, rng, days))
    columns = Columns(case="case", activity="step", time="time", role="role", attributes=ATTRIBUTES)
    return read(path, columns=columns, into=folder / "orders.log")


def _order(number: int, day: float, rng: np.random.Generator, days: int) -> list[list[str]]:
    """Return the events of an order; what lies after the end of the log has not happened yet."""
    kind = ["small", "large"][int(rng.random() < 0.4)]
    complete, extra = rng.random() < 0.5, rng.random() < 0.3
    team = "abc"[rng.integers(0, 3)]
    waits = [0.0, rng.exponential(0.4 if complete else 1.6), *([0.9] if extra else [])]
    waits += [rng.exponential(1.0), rng.exponential({"a": 0.4, "b": 1.2, "c": 2.4}[team])]
    waits += [0.2 + (kind == "large") * 0.8]
    steps = ["receive", "check", *(["ask"] if extra else []), "make", "send", "close"]
    roles = ["desk", "team a", *(["desk"] if extra else [])]
    roles += [f"team {team}", "driver", "desk"]
    at = day + np.cumsum(waits)
    over = at[-1] < days
    result = str(rng.integers(1, 4)) if over else ""
    told = [
        kind,
        ["phone", "web", "mail"][rng.integers(0, 3)],
        "true" if complete else "false",
        f"{rng.lognormal(4, 1):.2f}",
        (BEGIN + timedelta(days=day)).isoformat(),
        result,
        str(rng.integers(1, 3)) if extra else "",
    ]
    return [
        [f"o{number}", step, (BEGIN + timedelta(days=float(when))).isoformat(), role, *told]
        for step, role, when in zip(steps, roles, at, strict=True)
        if when < days
    ]
