"""A lead and a team agree on hours: both say yes, either can end it, and versions are kept."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from beide.web.organisation.models import Team
from beide.web.room import access, actions
from beide.web.room.models import Agreement
from tests.web.conftest import As
from tests.web.people import World
from tests.web.room.made import (
    FOUND,
    REFUSED,
    a_promise,
    agreed,
    post,
    studied,
    text,
    this_monday,
    undo,
    url,
    with_people,
)


@pytest.fixture
def intake(world: World) -> Team:
    return with_people(world.teams["Intake"])


def this_sunday() -> date:
    return this_monday() + timedelta(days=6)


def proposal(**other: Any) -> dict[str, Any]:
    return {
        "hours_a_week": "8",
        "way": "rota",
        "since": this_monday().isoformat(),
        "why_more": "We begin with an hour each.",
        **other,
    }


def test_it_holds_once_lead_and_team_said_yes(world: World, signed_in: As, intake: Team) -> None:
    page = post(signed_in(world.lex), "propose", intake.pk, **proposal())
    assert "It holds once someone of the team says yes." in text(page)
    made = Agreement.objects.get()
    assert not made.is_agreed
    page = post(signed_in(world.mia), "agree", made.pk)
    assert "Intake has 8 hours a week to explore." in text(page)
    made.refresh_from_db()
    assert made.lead_yes
    assert made.team_yes
    assert made.is_agreed


def test_the_team_can_propose_and_the_lead_says_yes(
    world: World, signed_in: As, intake: Team
) -> None:
    post(signed_in(world.mia), "propose", intake.pk, **proposal())
    made = Agreement.objects.get()
    assert "Yes, as lead" in text(signed_in(world.lex).get(url("team", intake.pk)))
    post(signed_in(world.lex), "agree", made.pk)
    made.refresh_from_db()
    assert made.is_agreed


def test_one_person_cannot_say_yes_for_both(world: World, signed_in: As, intake: Team) -> None:
    lex = signed_in(world.lex)
    post(lex, "propose", intake.pk, **proposal())
    page = post(lex, "agree", Agreement.objects.get().pk)
    assert not Agreement.objects.get().is_agreed
    assert "The lead said yes." in text(page)


def test_more_than_is_safe_needs_a_reason_and_is_marked(
    world: World, signed_in: As, intake: Team
) -> None:
    promise = a_promise(world)
    studied(promise, FOUND)
    lex = signed_in(world.lex)
    asked = proposal(promise=promise.pk, log_team="Planner", hours_a_week="13,5", why_more="")
    page = lex.post(url("propose", intake.pk), asked)
    assert page.status_code == 422
    assert "Beide found 12 hours a week safe for this team" in text(page)
    assert 'value="13,5"' in text(page)
    post(lex, "propose", intake.pk, **asked | {"why_more": "We look every day."})
    made = Agreement.objects.get()
    assert (made.within_safe, made.safe_hours) == (False, Decimal(12))
    page = signed_in(world.ben).get(url("team", intake.pk))
    assert "more than safe" in text(page)
    assert "We look every day." in text(page)


def test_within_what_is_safe_needs_no_reason(world: World, signed_in: As, intake: Team) -> None:
    promise = a_promise(world)
    study = studied(promise, FOUND)
    asked = proposal(promise=promise.pk, log_team="Planner", hours_a_week="12", why_more="")
    post(signed_in(world.lex), "propose", intake.pk, **asked)
    made = Agreement.objects.get()
    assert made.within_safe
    assert made.study == study


def test_a_number_for_another_way_is_no_number(world: World, signed_in: As, intake: Team) -> None:
    promise = a_promise(world)
    studied(promise, FOUND)
    asked = proposal(promise=promise.pk, log_team="Planner", way="half_day", why_more="")
    page = signed_in(world.lex).post(url("propose", intake.pk), asked)
    assert "Beide has no number for this team in this way." in text(page)


def test_a_refused_study_gives_no_number(world: World, signed_in: As, intake: Team) -> None:
    promise = a_promise(world)
    studied(promise, REFUSED)
    page = signed_in(world.lex).get(url("propose", intake.pk))
    assert "There is no number yet." in text(page)


def test_a_change_keeps_what_was_agreed_before(world: World, signed_in: As, intake: Team) -> None:
    old = agreed(intake, "10")
    lex, mia = signed_in(world.lex), signed_in(world.mia)
    post(lex, "propose", intake.pk, **proposal())
    new = Agreement.objects.get(agreed_on=None)
    old.refresh_from_db()
    assert old.until is None
    page = post(mia, "agree", new.pk)
    new = Agreement.objects.select_related("replaces").get(pk=new.pk)
    assert new.replaces == old
    assert new.replaces.until == new.since - timedelta(days=1)
    assert "What was agreed before" in text(page)
    undo(mia, page)
    assert Agreement.objects.get(pk=old.pk).until is None
    assert access.team_room(intake).agreement == old


@pytest.mark.parametrize("who", ["lex", "mia"])
def test_either_can_end_it_and_take_that_back(
    world: World, signed_in: As, intake: Team, who: str
) -> None:
    made = agreed(intake)
    browser = signed_in(world.people[who])
    page = post(browser, "end", made.pk, why="It is too busy now.")
    assert Agreement.objects.get(why_ended="It is too busy now.").until == this_sunday()
    undo(browser, page)
    assert Agreement.objects.filter(until=None, why_ended="").exists()


def test_a_no_takes_the_proposal_off_the_table(world: World, signed_in: As, intake: Team) -> None:
    post(signed_in(world.lex), "propose", intake.pk, **proposal())
    made = Agreement.objects.get()
    mia = signed_in(world.mia)
    page = post(mia, "decline", made.pk)
    assert "Proposed:" not in text(page)
    undo(mia, page)
    assert "Proposed: 8 hours a week." in text(mia.get(url("team", intake.pk)))


def test_who_is_not_in_the_team_sees_it_and_decides_nothing(
    world: World, signed_in: As, intake: Team
) -> None:
    made = agreed(intake)
    gijs = signed_in(world.gijs)
    page = text(gijs.get(url("team", intake.pk)))
    assert "Intake has 10 hours a week to explore." in page
    assert "Propose other hours" not in page
    for route in ("propose", "end", "agree", "tell"):
        key = intake.pk if route == "propose" else made.pk
        assert gijs.post(url(route, key)).status_code == 403


def test_ending_before_it_began_means_it_never_held(intake: Team) -> None:
    made = agreed(intake, weeks_ago=-2)
    actions.end(agreement=made)
    room = access.team_room(intake)
    assert (room.agreement, room.versions) == (None, ())


def test_an_agreement_knows_no_person(intake: Team) -> None:
    keys = {field.name for field in Agreement._meta.fields if field.is_relation}
    assert keys == {"team", "promise", "study", "replaces"}
