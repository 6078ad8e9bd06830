"""A wide event log: hundreds of steps, thousands of things that may hold for a case."""

from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow import parquet

from beide.log import Columns, Log, read

PHASES = 20
_DAYS = 730
_ROLES = 12
_MINUTE = 60


def wide_log(folder: Path, *, cases: int, activities: int, seed: int = 1) -> Log:
    """Return a log in which each case does one of many steps in each of 20 phases.

    The first choice of the first two phases together makes a case quicker; nothing else matters.

    Parameters
    ----------
    folder
        Where the file and the log are made.
    cases
        How many cases.
    activities
        How many steps there are, divided over the phases.
    seed
        Where chance begins.
    """
    rng = np.random.default_rng(seed)
    each = activities // PHASES
    weights = 1 / np.arange(1, each + 1)
    choice = rng.choice(each, size=(cases, PHASES), p=weights / weights.sum())
    role = (choice + rng.integers(0, 2, choice.shape)) % _ROLES
    helped = (choice[:, 0] == 0) & (choice[:, 1] == 0)
    start = np.sort(rng.random(cases)) * _DAYS * 1440
    waits = rng.exponential(np.where(helped, 150.0, 200.0)[:, None], choice.shape)
    minutes = start[:, None] + np.cumsum(waits, axis=1)
    path = folder / "wide.parquet"
    parquet.write_table(_table(choice, role, minutes, each, rng), path)
    columns = Columns(case="case", activity="step", time="time", role="role", attributes=("kind",))
    return read(path, columns=columns, into=folder / "wide.log")


def _table(
    choice: np.ndarray, role: np.ndarray, minutes: np.ndarray, each: int, rng: np.random.Generator
) -> pa.Table:
    cases = len(choice)
    steps = [f"phase {at // each + 1} way {at % each + 1}" for at in range(each * PHASES)]
    code = (choice + each * np.arange(PHASES)).reshape(-1)
    moments = (minutes.reshape(-1) * _MINUTE).astype("timedelta64[s]")
    kind = np.repeat(rng.integers(0, 3, cases), PHASES)
    return pa.table(
        {
            "case": np.repeat(np.arange(cases), PHASES),
            "step": _named(code, steps),
            "role": _named(role.reshape(-1), [f"team {at + 1}" for at in range(_ROLES)]),
            "time": pa.array(np.datetime64("2023-01-02T00:00:00") + moments),
            "kind": _named(kind, ["small", "middle", "large"]),
        }
    )


def _named(code: np.ndarray, names: list[str]) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(code.astype(np.int32)), pa.array(names))
