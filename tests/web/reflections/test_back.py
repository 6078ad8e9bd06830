"""Going back takes the last answer back, as often as wanted; twice pressed is once."""

import pytest

from tests.web.reflections.made import answer_next, begun, finished, round_of, visitor

pytestmark = pytest.mark.django_db


def test_back_takes_back_the_last_answer_and_asks_it_again() -> None:
    reflection, token = begun()
    for _ in range(3):
        answer_next(reflection)
    last = round_of(reflection).answers.last()
    assert last
    browser = visitor()
    for _ in range(2):
        browser.post(f"/reflect/{token}/back/", {"round": 1, "position": 2})
    assert round_of(reflection).answers.count() == 2
    page = browser.get(f"/reflect/{token}/").content.decode()
    assert f'value="{last.statement}"' in page


def test_back_to_the_very_first() -> None:
    reflection, token = begun()
    for _ in range(3):
        answer_next(reflection)
    browser = visitor()
    for position in (2, 1, 0, 0):
        browser.post(f"/reflect/{token}/back/", {"round": 1, "position": position})
    assert round_of(reflection).answers.count() == 0
    assert "/back/" not in browser.get(f"/reflect/{token}/").content.decode()


def test_the_last_answer_can_be_changed_from_the_result() -> None:
    reflection, token = finished()
    count = round_of(reflection).answers.count()
    answer = visitor().post(
        f"/reflect/{token}/back/", {"round": 1, "position": count - 1}, follow=True
    )
    assert answer.redirect_chain[-1][0] == f"/reflect/{token}/"
    assert round_of(reflection).answers.count() == count - 1


@pytest.mark.parametrize("sent", [{}, {"round": 1}, {"round": "x", "position": 0}])
def test_a_strange_way_back_changes_nothing(sent: dict[str, object]) -> None:
    reflection, token = begun()
    answer_next(reflection)
    assert visitor().post(f"/reflect/{token}/back/", sent).status_code == 302
    assert round_of(reflection).answers.count() == 1


def test_going_back_needs_a_press() -> None:
    _reflection, token = begun()
    assert visitor().get(f"/reflect/{token}/back/").status_code == 405
