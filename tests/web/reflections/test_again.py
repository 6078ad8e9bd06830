"""Doing it again: what shifted, no surer than the answers allow."""

import pytest

from beide.web.reflections import actions
from beide.web.reflections.models import Round
from tests.web.reflections.made import (
    answer_next,
    begun,
    finish,
    finished,
    round_of,
    visitor,
)

pytestmark = pytest.mark.django_db


def result(token: str) -> str:
    page = visitor().get(f"/reflect/{token}/result/").content.decode()
    return " ".join(page.split())


def test_a_clear_shift_is_told_and_drawn() -> None:
    reflection, token = finished(changes=False)
    visitor().post(f"/reflect/{token}/again/")
    finish(reflection, changes=True)
    page = result(token)
    assert "Improvement" in page
    assert "Now: Innovation" in page
    assert "How you work: you see more change in it than the time before." in page
    assert "How you think: you see more change in it than the time before." in page
    assert 'id="cloud-before"' in page
    assert "<line" in page


def test_the_same_view_twice_is_no_shift() -> None:
    reflection, token = finished()
    actions.again(reflection=reflection)
    finish(reflection)
    page = result(token)
    assert "How you work: no clear difference with the time before." in page
    assert "<line" not in page


def test_another_view_the_second_time_is_a_shift() -> None:
    reflection, token = finished(changes=False)
    actions.again(reflection=reflection)
    finish(reflection, changes=True)
    page = result(token)
    assert "How you work: you see more change in it than the time before." in page
    assert "How you think: you see more change in it than the time before." in page


def test_pressing_again_twice_begins_once() -> None:
    reflection, token = finished()
    browser = visitor()
    for _ in range(2):
        browser.post(f"/reflect/{token}/again/")
    assert reflection.rounds.count() == 2


def test_again_needs_a_finished_time_first() -> None:
    reflection, token = begun()
    visitor().post(f"/reflect/{token}/again/")
    assert reflection.rounds.count() == 1


def test_while_under_way_the_earlier_result_stays() -> None:
    reflection, token = finished()
    actions.again(reflection=reflection)
    answer_next(reflection, changes=False)
    page = result(token)
    assert "Innovation" in page
    assert "have not finished" in page


def test_one_can_leave_it_and_keep_the_earlier_result() -> None:
    reflection, token = finished()
    actions.again(reflection=reflection)
    answer = visitor().post(f"/reflect/{token}/not-again/", follow=True)
    assert answer.redirect_chain[-1][0] == f"/reflect/{token}/result/"
    assert reflection.rounds.count() == 1


def test_a_first_time_or_a_finished_one_cannot_be_left() -> None:
    reflection, _token = begun()
    actions.not_again(reflection=reflection)
    finish(reflection)
    actions.not_again(reflection=reflection)
    assert reflection.rounds.count() == 1


def test_the_last_two_times_are_kept() -> None:
    reflection, _token = finished()
    for _ in range(3):
        actions.again(reflection=reflection)
        finish(reflection)
    assert list(Round.objects.values_list("number", flat=True)) == [2, 3, 4]
    actions.again(reflection=reflection)
    assert list(Round.objects.values_list("number", flat=True)) == [3, 4, 5]


def test_an_answer_from_the_first_time_is_not_counted_in_the_second() -> None:
    reflection, token = finished()
    first = round_of(reflection).answers.first()
    assert first
    actions.again(reflection=reflection)
    sent = {"round": 1, "position": 0, "statement": first.statement, "value": 1}
    assert visitor().post(f"/reflect/{token}/", sent).status_code == 200
    assert round_of(reflection).answers.count() == 0
