"""Roles that are found: who do alike are together, and never fewer than five."""

from collections import Counter
from random import Random

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beide.log.privacy._profiles import merged, profiles, silhouette

counts = st.dictionaries(
    st.tuples(st.sampled_from([f"p{n}" for n in range(14)]), st.sampled_from("abcde")),
    st.integers(1, 30),
    min_size=1,
    max_size=40,
)


def planted(groups: int, *, people: int, seed: int) -> dict[tuple[str, str], int]:
    """Return people of whom each group does two steps of its own, and now and then another."""
    rng = np.random.default_rng(seed)
    steps = [f"step {n}" for n in range(2 * groups + 2)]
    found: dict[tuple[str, str], int] = {}
    for person in range(groups * people):
        group = person % groups
        share = np.full(len(steps), 0.02)
        share[2 * group : 2 * group + 2] = 1.0
        done = rng.multinomial(200, share / share.sum())
        found |= {(f"p{person}", step): int(n) for step, n in zip(steps, done, strict=True) if n}
    return found


@pytest.mark.parametrize("groups", [1, 2, 4, 7])
def test_groups_that_are_there_are_found(groups: int) -> None:
    made = profiles(planted(groups, people=9, seed=groups), least=5)
    assert made is not None
    assert len(made.main) == groups
    for person, group in made.group.items():
        alike = [each for each in made.group if int(each[1:]) % groups == int(person[1:]) % groups]
        assert {made.group[each] for each in alike} == {group}
    if groups > 1:
        for number, steps in enumerate(made.main):
            member = next(each for each, group in made.group.items() if group == number)
            planted_group = int(member[1:]) % groups
            assert set(steps) == {f"step {2 * planted_group}", f"step {2 * planted_group + 1}"}


@given(counts, st.integers(5, 7))
@settings(max_examples=25, deadline=None)
def test_no_group_is_smaller_than_it_may_be(made: dict[tuple[str, str], int], least: int) -> None:
    found = profiles(made, least=least)
    people = {person for person, _ in made}
    if len(people) < least:
        assert found is None
        return
    assert found is not None
    sizes = Counter(found.group.values())
    assert set(found.group) == people
    assert min(sizes.values()) >= least
    assert sorted(sizes) == list(range(len(found.main)))
    assert all(1 <= len(steps) <= 2 for steps in found.main)


@given(counts, st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_the_order_of_the_rows_does_not_matter(
    made: dict[tuple[str, str], int], random: Random
) -> None:
    mixed = list(made.items())
    random.shuffle(mixed)
    assert profiles(dict(mixed), least=5) == profiles(made, least=5)


def plain_silhouette(points: npt.NDArray[np.float64], label: list[int]) -> float:
    scores = []
    for place, own in enumerate(label):
        mean: dict[int, float] = {
            each: float(
                np.mean(
                    [
                        np.linalg.norm(points[place] - points[other])
                        for other in range(len(label))
                        if label[other] == each and other != place
                    ]
                    or [np.float64(0)]
                )
            )
            for each in set(label)
        }
        if label.count(own) == 1:
            scores.append(0.0)
            continue
        a, b = mean[own], min(value for each, value in mean.items() if each != own)
        scores.append((b - a) / max(a, b, 1e-300))
    return float(np.mean(scores))


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 2)), min_size=3))
@settings(max_examples=25, deadline=None)
def test_the_silhouette_is_the_plain_one(rows: list[tuple[int, int, int]]) -> None:
    points = np.array([row[:2] for row in rows], dtype=float)
    label = [row[2] for row in rows]
    if len(set(label)) < 2:
        return
    apart = np.linalg.norm(points[:, None] - points[None], axis=2)
    assert silhouette(apart, np.array(label)) == pytest.approx(plain_silhouette(points, label))


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 5)), min_size=5, max_size=30))
@settings(max_examples=25, deadline=None)
def test_small_groups_go_to_the_nearest(rows: list[tuple[int, int]]) -> None:
    points = np.array([[row[0]] for row in rows], dtype=float)
    label = np.array([row[1] for row in rows])
    found = merged(points, label, 5)
    assert min(np.unique(found, return_counts=True)[1]) >= 5
    # Who were together stay together.
    assert all(len(set(found[label == each].tolist())) == 1 for each in set(label.tolist()))
