"""What changes would do to a promise."""

import pytest

from beide import log
from beide.room import Arrivals, Change, Moved, People, WhatIf, Work, what_if

PROMISE = log.promise("within 72h for 90%")


def asked(calm_log: log.Log, *changes: Change) -> WhatIf:
    found = what_if(calm_log, changes, promise=PROMISE)
    assert isinstance(found, WhatIf)
    return found


@pytest.mark.parametrize("change", [Arrivals(1.3), People("b", -2), Moved("a", "c")])
def test_more_to_do_or_fewer_to_do_it_is_worse(calm_log: log.Log, change: Change) -> None:
    found = asked(calm_log, change)
    assert found.after.middle < found.before.middle
    assert "points worse" in found.text.en


def test_less_work_is_better(calm_log: log.Log) -> None:
    found = asked(calm_log, Work(0.7))
    assert found.low > 0
    assert "wordt" not in found.text.nl
    assert "punten beter" in found.text.nl


def test_nothing_different_changes_nothing(calm_log: log.Log) -> None:
    found = asked(calm_log, Arrivals(1.0))
    assert (found.low, found.high) == (0, 0)
    assert "little changes" in found.text.en


def test_several_changes_are_told_together(calm_log: log.Log) -> None:
    found = asked(calm_log, Arrivals(1.1), Work(0.9, "a"))
    assert found.change.en == "10% more cases and work that takes 10% less time in a"
    assert found.to_dict()["refused"] is False
