"""When it goes well, asked of a log."""

import json
from itertools import product

import pytest

from beide import discover
from beide.discover import Patterns
from beide.discover._words import feature_text, templates
from beide.errors import TooLittleData, WrongOption
from beide.log import Log


def ask(log: Log, **more: object) -> Patterns:
    options: dict[str, object] = {"good": "lead_time <= 4d", "by": "kind", "permutations": 300}
    return discover.patterns(log, **{**options, **more})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def found(log: Log) -> Patterns:
    return ask(log, landmark=["arrival", "step:make"])


def keys(found: Patterns) -> list[list[str]]:
    return [[feature.key for feature in each.features] for each in found.patterns]


def test_what_is_true_is_found_when_it_can_be_known(found: Patterns) -> None:
    first, second = found.patterns
    assert [feature.key for feature in first.features] == ["yes:name=complete"]
    assert first.landmark.kind == "arrival"
    assert second.landmark.step == "make"
    told = {feature.key for feature in (*second.features, *second.goes_with)}
    assert "done_by:step=make,role=team a" in told
    assert "same_role:step=check,other=make" in told


def test_each_rests_on_what_it_says(found: Patterns) -> None:
    for each in found.patterns:
        assert 0 < each.size.at_least < each.size.difference
        assert each.size.kept <= each.size.cases <= found.cases
        assert each.e_value > 1
        assert each.p <= 0.03
        assert each.stable
        assert sum(part.cases for part in each.by_type) <= each.size.cases
        assert min(part.cases for part in each.by_type) >= 5
        assert 0 < len(each.examples) <= 10
        assert all(len(example.case) == 8 for example in each.examples)
        assert all(example.week.weekday() == 0 for example in each.examples)


def test_it_is_told_in_whole_sentences(found: Patterns) -> None:
    first, second = found.patterns
    assert first.text.en.startswith("When complete is 'yes', ")
    assert "cases are ready within 4 days; in comparable cases" in first.text.en
    assert first.text.nl.startswith("Als bij complete 'ja' staat, zijn ")
    assert "binnen 4 dagen klaar; bij vergelijkbare casussen" in first.text.nl
    assert "in 4 of 4 quarters" in first.text.en
    assert "from then on" in second.text.en
    assert "after the step 'make'" in second.text.en
    assert "{" not in first.text.nl + first.text.en + second.text.nl + second.text.en
    assert "cause" not in found.caution.en


def test_what_was_not_used_is_told(found: Patterns) -> None:
    late = next(note for note in found.notes if "Not used" in note.en)
    assert "result code" in late.en
    assert "checked" in late.en
    assert len(set(found.notes)) == len(found.notes)


def test_the_same_seed_gives_the_same(log: Log, found: Patterns) -> None:
    again = ask(log, landmark=["arrival", "step:make"])
    assert again.to_dict() == found.to_dict()
    assert ask(log, seed=5).patterns[0].size.cases == found.patterns[0].size.cases


def test_for_programs(found: Patterns) -> None:
    told = json.loads(json.dumps(found.to_dict()))
    assert told["landmarks"] == ["arrival", "step:make"]
    assert told["patterns"][0]["features"][0]["key"] == "yes:name=complete"
    assert set(told["patterns"][0]["text"]) == {"nl", "en"}
    assert found.table()[0]["pattern"] == "complete: yes"


def test_nothing_that_is_sure_is_a_result_too(log: Log) -> None:
    told = ask(log, good="amount <= 60")
    assert told.patterns == ()
    assert "nothing that is sure" in told.text.en
    assert 0.05 < told.detectable < 0.5
    assert "gezien bij een verschil" in told.text.nl


def test_a_type_that_is_not_chosen_is_told(log: Log) -> None:
    assert any("not compared by type" in note.en for note in ask(log, by=None).notes)


def test_progress(log: Log) -> None:
    shares: list[float] = []
    ask(log, landmark=["arrival", "first_step"], progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_refusals_say_what_would_help(log: Log) -> None:
    with pytest.raises(TooLittleData, match="wider limit"):
        ask(log, good="lead_time <= 1m")
    with pytest.raises(WrongOption, match="a few dozen kinds"):
        ask(log, by="amount")
    with pytest.raises(WrongOption, match="landmark"):
        ask(log, landmark="someday")
    with pytest.raises(WrongOption, match="at most 10 moments"):
        ask(log, landmark=[f"steps:{number}" for number in range(1, 12)])


def test_every_kind_of_feature_has_its_words() -> None:
    told = templates()["feature"]
    leaves = {(kind,): one if "when" in one else None for kind, one in told.items()}
    for kind, one in told.items():
        if leaves[(kind,)] is None:
            leaves |= {(kind, level): each for level, each in one.items()}
    for path, one in leaves.items():
        if one is None:
            continue
        for form, language in product(("when", "label"), ("nl", "en")):
            text = one[form][language]
            assert text[0] == text[0].lower() or text.startswith(("{", "'")), path
        assert "{" not in feature_text(_sample(path), "when").en


def _sample(path: tuple[str, ...]) -> discover.Feature:
    values = {"day": "monday", "part": "morning", "name": "n", "value": "v", "step": "s"}
    values |= {"other": "o", "role": "r", "low": "3600", "high": "7200"}
    return discover.Feature(
        kind=path[0], values={**values, **({"level": path[1]} if len(path) > 1 else {})}
    )


def test_what_is_known_at_one_of_the_moments_is_not_told_as_left_out(log: Log) -> None:
    def left_out(*moments: str) -> str:
        found = ask(log, landmark=moments, permutations=49)
        return next(note.en for note in found.notes if note.en.startswith("Not used"))

    assert "checked" in left_out("arrival")
    both = left_out("arrival", "step:ask")
    assert "result code" in both
    assert "checked" not in both
