"""The variants: the most frequent first, and the rest together."""

from pathlib import Path

import pytest

from beide import log
from beide.errors import WrongOption
from tests.unit.log.questions import made


def shown(found: log.Variants) -> list[tuple[str, int]]:
    return [("".join(each.activities), each.cases) for each in found.variants]


def test_the_most_frequent_come_first(tmp_path: Path) -> None:
    found = log.variants(made.orders(("ab", 6), ("aba", 9), ("b", 5), folder=tmp_path))
    assert shown(found) == [("aba", 9), ("ab", 6), ("b", 5)]
    assert [each.share for each in found.variants] == [0.45, 0.3, 0.25]
    assert (found.cases, found.different, found.other) == (20, 3, log.Other(rows=0, count=0))


def test_no_more_are_shown_than_asked(tmp_path: Path) -> None:
    found = log.variants(made.orders(("ab", 6), ("aba", 9), ("b", 5), folder=tmp_path), top=1)
    assert shown(found) == [("aba", 9)]
    assert (found.different, found.other) == (3, log.Other(rows=2, count=11))


def test_what_comes_after_the_top_is_not_given_away(tmp_path: Path) -> None:
    found = log.variants(made.orders(("ab", 6), ("aba", 9), ("b", 2), folder=tmp_path), top=2)
    assert shown(found) == [("aba", 9)]
    assert found.other == log.Other(rows=2, count=8)


def test_rare_variants_are_told_together(tmp_path: Path) -> None:
    rare = [(road, 1) for road in ("abc", "acb", "bac", "bca", "cab")]
    found = log.variants(made.orders(("ab", 6), *rare, folder=tmp_path))
    assert shown(found) == [("ab", 6)]
    assert (found.different, found.other) == (6, log.Other(rows=5, count=5))


def test_long_cases_keep_their_order(tmp_path: Path) -> None:
    road = "abcabacbbacabcabcbacbabcabcabcbabcabab"
    assert shown(log.variants(made.orders((road, 5), folder=tmp_path))) == [(road, 5)]


def test_at_least_one_must_be_asked(tmp_path: Path) -> None:
    with pytest.raises(WrongOption, match="'top' must be 1 or more"):
        log.variants(made.orders(("ab", 6), folder=tmp_path), top=0)
