"""Nothing is missing from what Beide says about change."""

from beide.change import Fit, Form, Mode, Origin, content
from tests.unit.change.walk import every_text


def test_every_form_mode_origin_and_fit_has_its_texts() -> None:
    texts = content()

    assert list(texts.forms) == list(Form)
    assert list(texts.modes) == list(Mode)
    assert list(texts.origins) == list(Origin)
    assert list(texts.fits) == list(Fit)


def test_there_are_eight_shifts_eight_accelerators_and_five_principles() -> None:
    texts = content()

    assert [shift.key for shift in texts.shifts] == [
        "partnership",
        "difference",
        "working_together",
        "sustainability",
        "governance",
        "asking",
        "enabling",
        "both",
    ]
    assert len({idea.key for idea in texts.accelerators}) == 8
    assert len({idea.key for idea in texts.principles}) == 5


def test_every_form_asks_enough_of_people_and_gives_three_questions() -> None:
    for form in content().forms.values():
        asks = form.asks
        assert len(asks.questions) == 3
        assert len(asks.traps) in {3, 4}
        for several in (asks.at_the_table, asks.leaders_do, asks.leaders_stop, asks.stays_safe):
            assert 3 <= len(several) <= 5


def test_a_first_step_is_concrete_enough_to_begin_within_two_weeks() -> None:
    for form in content().forms.values():
        assert 40 <= len(form.asks.first_step.nl.split()) <= 110
        assert 40 <= len(form.asks.first_step.en.split()) <= 110


def test_every_quick_answer_has_an_example_from_three_kinds_of_service() -> None:
    questions = content().quick_questions
    for question in (questions.configuration, questions.paradigm):
        for answer in (question.yes, question.no):
            supplier, municipality, insurer = answer.examples
            assert "leverancier" in supplier.nl
            assert "gemeente" in municipality.nl
            assert "verzekeraar" in insurer.nl


def test_no_two_places_say_the_same_thing() -> None:
    sentences = [text for place, text in every_text(content()) if len(text.nl.split()) > 3]

    assert len({text.nl for text in sentences}) == len(sentences)
    assert len({text.en for text in sentences}) == len(sentences)


def test_the_texts_are_read_once() -> None:
    assert content() is content()
