"""Choosing a form with two plain questions, and looking at it again."""

from datetime import timedelta

import pytest
from django.utils import timezone

from beide.change import Form, content
from beide.web.tensions.models import Choice, Tension
from tests.web.conftest import As
from tests.web.people import World
from tests.web.tensions.made import bring, see_as


def at(tension: Tension, rest: str = "") -> str:
    """Return the address of a tension's page."""
    return f"/o/noord/tensions/{tension.pk}/{rest}"


def answers(form: Form, why: str = "") -> dict[str, str]:
    """Return what one fills in to come to a form."""
    return {
        "configuration": "yes" if form.configuration_changes else "no",
        "paradigm": "yes" if form.paradigm_shifts else "no",
        "why": why,
    }


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_questions_are_the_librarys(world: World, signed_in: As, language: str) -> None:
    client = signed_in(world.ben, language=language)
    page = client.get(at(bring(world.mia))).content.decode()
    words = content().quick_questions
    for question in (words.configuration, words.paradigm):
        assert question.question.in_language(language) in page
        assert question.helper.in_language(language) in page
        assert question.yes.label.in_language(language) in page


@pytest.mark.parametrize("form", list(Form))
def test_two_answers_give_the_form_and_what_it_asks(
    world: World, signed_in: As, form: Form
) -> None:
    tension, client = bring(world.mia), signed_in(world.ben)
    page = client.post(at(tension, "choose/"), answers(form), follow=True).content.decode()
    asks = content().forms[form].asks
    for text in (asks.first_step, asks.rhythm, *asks.leaders_stop, *asks.traps, *asks.questions):
        assert text.en.replace("'", "&#x27;") in page
    assert f'href="/o/noord/{form.mode}/start/?tension={tension.pk}"' in page


def test_without_an_answer_the_words_stay(world: World, signed_in: As) -> None:
    tension = bring(world.mia)
    sent = {"configuration": "yes", "why": "Omdat het systeem verandert"}
    answer = signed_in(world.ben).post(at(tension, "choose/"), sent)
    page = " ".join(answer.content.decode().split())
    assert "Choose yes or no for how you think." in page
    assert "Omdat het systeem verandert" in page
    assert 'id="id_configuration_0" required checked' in page
    assert not Choice.objects.exists()


def test_a_second_look_keeps_the_first(world: World, signed_in: As) -> None:
    tension, client = bring(world.mia), signed_in(world.ben)
    client.post(at(tension, "choose/"), answers(Form.IMPROVEMENT, "Het kan sneller"))
    client.post(at(tension, "choose/"), answers(Form.TRANSITION, "We kijken er anders naar"))
    page = client.get(at(tension)).content.decode()
    assert [choice.form for choice in tension.choices.all()] == [Form.TRANSITION, Form.IMPROVEMENT]
    assert "We kijken er anders naar" in page
    assert "Het kan sneller" in page
    assert "improvement, because" in page


def test_looking_again_shows_the_last_answers(world: World, signed_in: As) -> None:
    tension = bring(world.mia)
    see_as(tension, Form.RENEWAL)
    page = " ".join(signed_in(world.ben).get(at(tension, "choose/")).content.decode().split())
    assert 'id="id_configuration_0" required checked' in page
    assert 'id="id_paradigm_1" required checked' in page


def test_a_choice_can_be_taken_back_at_once(world: World, signed_in: As) -> None:
    tension, client = bring(world.mia), signed_in(world.ben)
    page = client.post(at(tension, "choose/"), answers(Form.RENEWAL), follow=True).content.decode()
    undo = at(tension, f"choose/{tension.choices.get().pk}/undo/")
    assert f'action="{undo}"' in page
    client.post(undo)
    assert not Choice.objects.exists()


def test_history_cannot_be_taken_back(world: World, signed_in: As) -> None:
    tension, client = bring(world.mia), signed_in(world.ben)
    see_as(tension, Form.RENEWAL)
    first = tension.choices.get()
    see_as(tension, Form.TRANSITION)
    page = client.post(at(tension, f"choose/{first.pk}/undo/"), follow=True).content.decode()
    assert "part of the history now" in page
    Choice.objects.update(on=timezone.localdate() - timedelta(days=1))
    latest = tension.choices.all()[0]
    client.post(at(tension, f"choose/{latest.pk}/undo/"))
    assert Choice.objects.count() == 2


def test_a_choice_of_another_tension_is_not_found(world: World, signed_in: As) -> None:
    ours, theirs = bring(world.mia), bring(world.otto)
    see_as(theirs, Form.RENEWAL)
    client = signed_in(world.ben)
    assert client.post(at(ours, f"choose/{theirs.choices.get().pk}/undo/")).status_code == 404
    assert client.get(at(theirs, "choose/")).status_code == 404
