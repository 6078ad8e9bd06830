"""Attributes: how their values are told, and which seem to be filled in later."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from beide.discover._attributes import Timing, attribute, filled, says_so, spoken_name
from beide.discover._fetch import Fetch
from beide.discover._model import Known
from beide.engine import temporary


@pytest.mark.parametrize(
    "name",
    ["status", "caseStatus", "last_phase", "lastSent", "dateEnd", "end_date", "variant-index",
     "Variant", "result", "eindstatus_status", "laatste stap", "doorlooptijd"],
)  # fmt: skip
def test_names_that_speak_of_the_end(name: str) -> None:
    assert says_so(name)


@pytest.mark.parametrize(
    "name",
    ["channel", "weekend", "department", "blast", "friend", "soort", "stopcontact", "legend"],
)
def test_other_names_do_not(name: str) -> None:
    assert not says_so(name)


@pytest.fixture
def fetch(tmp_path: Path) -> Iterator[Fetch]:
    with temporary(tmp_path) as engine:
        yield Fetch(engine, tmp_path)


CASES = np.arange(200)
WITH_STEP = CASES % 3 == 0


def is_later(
    fetch: Fetch, values: np.ndarray, running: np.ndarray, *, types: np.ndarray | None = None
) -> bool:
    """Tell so in a log in which step 7 is in every case, and step 8 in one of three."""
    done = CASES[WITH_STEP]
    steps = fetch.kept(
        {
            "case": np.concatenate([CASES, done, done + 1000]),
            "activity": np.repeat([7, 8, 8], [200, len(done), len(done)]),
        }
    )
    timing = Timing(CASES, np.zeros(200, np.int64) if types is None else types, steps, fetch)
    found = timing.later(
        {"code": values, "plain": some(CASES >= 0)}, {"code": running, "plain": NO}
    )
    assert found <= {"code"}
    return bool(found)


def some(flags: np.ndarray) -> np.ndarray:
    return np.array(["x" if flag else None for flag in flags.tolist()], object)


NO = some(np.zeros(0, np.bool_))


def test_what_comes_with_a_later_step_is_later(fetch: Fetch) -> None:
    assert is_later(fetch, some(WITH_STEP), NO)
    assert is_later(fetch, some(WITH_STEP ^ (CASES < 9)), NO)
    assert not is_later(fetch, some(WITH_STEP ^ (CASES < 13)), NO)
    assert not is_later(fetch, some(CASES % 2 == 0), NO)
    assert not is_later(fetch, some(np.ones(200, np.bool_)), NO)


def test_a_type_that_has_the_step_explains_it(fetch: Fetch) -> None:
    assert not is_later(fetch, some(WITH_STEP), NO, types=WITH_STEP.astype(np.int64))


def test_what_open_cases_never_have_is_later(fetch: Fetch) -> None:
    values, half = some(np.ones(200, np.bool_)), some(np.arange(20) % 2 == 0)
    assert is_later(fetch, values, some(np.zeros(20, np.bool_)))
    assert not is_later(fetch, values, half)
    assert not is_later(fetch, values, some(np.zeros(9, np.bool_)))


def told(values: np.ndarray) -> dict[str, int]:
    return {f.key: int(held.sum()) for f, held in attribute("a_b", values, Known.ARRIVAL)}


def test_text_numbers_and_truth() -> None:
    assert told(some(np.arange(9) < 4)) == {
        "attribute:name=a b,value=x": 4,
        "unknown:name=a b": 5,
    }
    assert told(np.array([True, False, True])) == {"no:name=a b": 1, "yes:name=a b": 2}
    assert told(np.array(["TRUE", "false", "TRUE"], object)) == {
        "yes:name=a b": 2,
        "no:name=a b": 1,
    }
    assert told(np.array([1, 2, 2])) == {
        "attribute:name=a b,value=1": 1,
        "attribute:name=a b,value=2": 2,
    }
    assert set(told(np.arange(90.0))) == {
        "number:name=a b,level=low,low=29.6667,high=59.3333",
        "number:name=a b,level=high,low=29.6667,high=59.3333",
    }


def test_many_texts_and_times_say_too_little() -> None:
    assert told(np.array([f"t{n}" for n in range(60)], object)) == {}
    assert told(np.array(["2024-01-01", "2024-01-02"], "datetime64[us]")) == {}


def test_what_is_filled_in() -> None:
    assert filled(np.array([1.0, np.nan])).tolist() == [True, False]
    assert filled(np.array(["a", None], object)).tolist() == [True, False]
    assert filled(np.array(["2024-01-01", "NaT"], "datetime64[us]")).tolist() == [True, False]
    assert filled(np.array([1, 2])).tolist() == [True, True]


def test_names_as_people_read_them() -> None:
    assert spoken_name("(case)_Amount") == "Amount"
    assert spoken_name("meetformulier_compleet") == "meetformulier compleet"
