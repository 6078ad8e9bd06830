"""What the answers say, and how it is told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beide import reflect
from beide.change import Form
from tests.unit.reflect.people import straight_through, towards


@pytest.mark.parametrize(
    ("configuration", "paradigm", "form"),
    [
        (1, 1, Form.IMPROVEMENT),
        (5, 1, Form.RENEWAL),
        (1, 5, Form.TRANSITION),
        (5, 5, Form.INNOVATION),
    ],
)
def test_clear_answers_give_one_form(configuration: int, paradigm: int, form: Form) -> None:
    found = reflect.verdict(straight_through(configuration, paradigm))
    assert found.kind is reflect.Kind.FORM
    assert found.forms == (form,)
    assert max(found.chances, key=lambda each: found.chances[each]) is form


def test_between_two_forms_when_one_dimension_is_open() -> None:
    found = reflect.verdict(straight_through(3, 5))
    assert found.kind is reflect.Kind.BETWEEN
    assert set(found.forms) == {Form.TRANSITION, Form.INNOVATION}
    assert found.chances[found.forms[0]] >= found.chances[found.forms[1]]
    assert found.title.nl.startswith("Tussen ")
    assert found.sentences[0].nl.startswith("Of jullie systemen")
    assert found.sentences[1].nl == "Hoe jullie denken, verandert bijna zeker."


def test_open_when_nothing_is_clear() -> None:
    found = reflect.verdict(straight_through(3, 3))
    assert (found.kind, found.forms) == (reflect.Kind.OPEN, ())
    assert found.title.nl == "Nog open"
    assert sum(found.chances.values()) == pytest.approx(1)


def test_without_answers_nothing_is_claimed() -> None:
    found = reflect.verdict([])
    assert found.kind is reflect.Kind.OPEN
    assert found.weighed == ()
    assert not found.is_finished
    assert found.sureness.nl.startswith("Je hebt nog te weinig gezegd")


def test_one_answer_never_gives_a_form_and_never_half_of_one() -> None:
    for statement in reflect.bank().statements:
        assert reflect.verdict([towards(statement.key, 5)]).kind is reflect.Kind.OPEN


def test_which_answers_weighed_most() -> None:
    answers = [
        towards("c-day", 5),
        towards("c-teams", 5),
        towards("p-thinking", 5),
        towards("p-good-work", 5),
        towards("p-words", None),
        towards("c-rule", 5, counts=False),
    ]
    found = reflect.verdict(answers)
    assert [abs(each.change) for each in found.weighed] == sorted(
        (abs(each.change) for each in found.weighed), reverse=True
    )
    assert {each.answer.statement for each in found.weighed} == {
        answer.statement for answer in answers[:4]
    }
    for each in found.weighed:
        others = [answer for answer in answers if answer is not each.answer]
        left = reflect.posterior(others).forms[Form.INNOVATION]
        assert each.change == pytest.approx(found.chances[Form.INNOVATION] - left)
        assert each.change > 0


def test_an_answer_against_the_verdict_weighs_against_it() -> None:
    answers = [towards(key, 5) for key in ("c-day", "c-teams", "c-steps", "p-thinking", "p-people")]
    found = reflect.verdict([*answers, towards("p-success", 1)])
    against = next(each for each in found.weighed if each.answer.statement == "p-success")
    assert against.change < 0


LEVELS = st.one_of(st.none(), st.integers(1, 5))


@given(configuration=LEVELS, paradigm=LEVELS)
@settings(max_examples=20, deadline=None)
def test_it_is_always_told_in_both_languages(
    configuration: int | None, paradigm: int | None
) -> None:
    found = reflect.verdict(straight_through(configuration, paradigm))
    for told in (found.title, *found.sentences, found.sureness):
        assert told.nl
        assert told.en
        assert told.nl != told.en or told.nl == "Innovatie"
        assert "{" not in told.nl + told.en


def test_the_quick_way_gives_the_same_forms_as_the_words_do() -> None:
    for form in Form:
        found = reflect.verdict(
            straight_through(
                5 if form.configuration_changes else 1, 5 if form.paradigm_shifts else 1
            )
        )
        assert found.forms == (form,)
