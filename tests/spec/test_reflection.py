"""
Which form of change is at play?
================================

Someone has a tension in mind: a customer wants to become a partner, a new tool does not fit. A few
statements show which form of change it is. They are about two things: does how we *work* change
(systems, steps, roles, teams), and does how we *think* change (what we take for granted)?
"""

import numpy as np

from beide import reflect
from beide.change import Form


def answer_all(*, work_changes: int, thinking_changes: int) -> tuple[reflect.Answer, ...]:
    """Answer each statement; 5 says most change, 1 least, whichever way a statement is put."""
    level = {
        reflect.Dimension.CONFIGURATION: work_changes,
        reflect.Dimension.PARADIGM: thinking_changes,
    }
    rng = np.random.default_rng(1)
    answers: tuple[reflect.Answer, ...] = ()
    while question := reflect.next_question(answers, rng=rng):
        towards = level[question.statement.dimension]
        answers += (question.answer(6 - towards if question.statement.reversed else towards),)
    return answers


def test_one_statement_at_a_time() -> None:
    """
    Each question is chosen for what it is expected to tell after the answers so far. Five answers
    are possible, and "I don't know yet".
    """
    question = reflect.next_question((), rng=np.random.default_rng(1))

    assert question is not None
    assert question.statement.text.nl.endswith(".")
    assert [label.en for label in reflect.answer_labels()] == [
        "Not at all",
        "Not really",
        "In between",
        "Mostly",
        "Completely",
    ]
    assert reflect.unsure_label().en == "I don't know yet"


def test_a_clear_answer_comes_soon() -> None:
    """
    Someone for whom the work stays and the thinking shifts is asked a handful of statements. The
    result is a form and how sure that is, as a number of people.
    """
    found = reflect.verdict(answer_all(work_changes=1, thinking_changes=5))

    assert found.forms == (Form.TRANSITION,)
    assert found.asked <= 6
    assert found.title.en == "Transition"
    assert found.sureness.en.startswith("Of 10 people who answer like this, ")


def test_it_says_so_when_it_cannot_tell() -> None:
    """
    When the thinking surely shifts and about the work one can argue, no form is forced. At most ten
    statements are asked.
    """
    found = reflect.verdict(answer_all(work_changes=3, thinking_changes=5))

    assert found.kind is reflect.Kind.BETWEEN
    assert set(found.forms) == {Form.TRANSITION, Form.INNOVATION}
    assert found.asked <= 10
    assert found.sentences[1].en == "How you think will almost certainly change."


def test_not_knowing_is_an_answer() -> None:
    """It changes nothing about the result, and the reflection still ends."""
    answers = answer_all(work_changes=5, thinking_changes=1)
    unsure = (*answers, reflect.Answer("p-words", None))

    assert dict(reflect.verdict(unsure).chances) == dict(reflect.verdict(answers).chances)


def test_the_organisation_colours_what_it_asks() -> None:
    """
    Six questions about the organisation do not change the form. They add a sentence each to what
    it asks.
    """
    told = reflect.colours({"base": "wavers"})

    assert [text.en for text in told] == [
        "The base holds with effort, so keep every try small and agree at which sign you stop."
    ]


def test_a_team_is_a_cloud_and_not_a_list_of_people() -> None:
    """From five people on there is a picture; how far they agree is shown from eight."""
    sees_renewal = answer_all(work_changes=5, thinking_changes=1)
    sees_transition = answer_all(work_changes=1, thinking_changes=5)
    rng = np.random.default_rng(1)

    four = reflect.team_picture([sees_renewal] * 4, rng=rng)
    assert isinstance(four, reflect.Hidden)
    assert four.text.en.startswith("We show this from 5 people on")

    ten = reflect.team_picture([sees_renewal] * 5 + [sees_transition] * 5, rng=rng)
    assert isinstance(ten, reflect.TeamPicture)
    assert ten.chances[Form.RENEWAL] > 0.3 < ten.chances[Form.TRANSITION]
    assert isinstance(ten.agreement, reflect.Agreement)
    assert ten.agreement.text.en == "You see this in very different ways."


def test_a_second_round_shows_what_shifted() -> None:
    """The same people before and after a talk, under keys that say nothing about them."""
    before = {key: answer_all(work_changes=2, thinking_changes=2) for key in "abcdefgh"}
    after = {
        key: answer_all(work_changes=2, thinking_changes=4 + (key in "aceg")) for key in "abcdefgh"
    }

    found = reflect.shift(before, after)

    assert isinstance(found, reflect.Shift)
    assert found.dimensions[reflect.Dimension.PARADIGM].clearly_more > 0.99
