"""Six questions about the organisation colour what a form asks."""

import pytest

from beide import reflect
from beide.errors import WrongOption

QUESTIONS = reflect.organisation_questions()


def test_six_questions_with_three_or_four_answers() -> None:
    assert len(QUESTIONS) == 6
    assert all(3 <= len(question.options) <= 4 for question in QUESTIONS)


def test_every_answer_has_a_sentence_of_its_own() -> None:
    said = {option.colours for question in QUESTIONS for option in question.options}
    assert len(said) == sum(len(question.options) for question in QUESTIONS)
    assert all(text.nl.endswith(".") and text.en.endswith(".") for text in said)


def test_the_sentences_come_in_the_order_of_the_questions() -> None:
    told = reflect.colours({"partnership": "want", "space": "no"})
    assert [text.nl[:18] for text in told] == ["Zonder vrije uren ", "Begin klein: loop "]


def test_leaving_them_all_out_is_fine() -> None:
    assert reflect.colours({}) == ()


@pytest.mark.parametrize("answers", [{"weather": "fine"}, {"space": "perhaps"}])
def test_what_does_not_exist_is_refused(answers: dict[str, str]) -> None:
    with pytest.raises(WrongOption) as caught:
        reflect.colours(answers)
    assert next(iter(answers.values())) in str(caught.value) or "weather" in str(caught.value)
