"""A lead agrees hours as planned time, or proposes other hours."""

from decimal import Decimal

import pytest

from beide.web.network import access, actions
from beide.web.network.models import Joining
from beide.web.organisation.roles import Role
from tests.web.conftest import As
from tests.web.network.loops import explore, joined, post, text, undo, url
from tests.web.people import World, add_person


@pytest.fixture
def joining(world: World) -> Joining:
    return joined(explore(world.noord), world.mia, hours="3")


def test_lead_sees_what_waits_in_teams_below(world: World, signed_in: As, joining: Joining) -> None:
    page = text(signed_in(world.lex).get(url("list")))
    assert "Hours to agree" in page
    assert "3 hours a week for “From order to talk”" in page


def test_members_do_not_see_what_waits(world: World, signed_in: As, joining: Joining) -> None:
    assert "Hours to agree" not in text(signed_in(world.ben).get(url("list")))
    initiative = joining.initiative
    assert "Hours to agree" not in text(signed_in(world.ben).get(url("detail", initiative.pk)))


def test_agreed_hours_are_planned_time(world: World, signed_in: As, joining: Joining) -> None:
    post(signed_in(world.lex), "agree", joining.pk)
    page = text(signed_in(world.mia).get(url("detail", joining.initiative_id)))
    assert "Agreed as planned time on" in page
    assert "waiting for agreement" not in page


def test_agreement_is_taken_back(world: World, signed_in: As, joining: Joining) -> None:
    lex = signed_in(world.lex)
    undo(lex, post(lex, "agree", joining.pk))
    assert not Joining.objects.get().is_agreed


def test_agreeing_on_the_page_of_the_loop_stays_there(
    world: World, signed_in: As, joining: Joining
) -> None:
    lex = signed_in(world.lex)
    assert "Hours to agree" in text(lex.get(url("detail", joining.initiative_id)))
    page = post(lex, "agree", joining.pk, initiative=joining.initiative_id)
    assert page.redirect_chain[-1][0] == url("detail", joining.initiative_id)


def test_proposal_counts_when_the_person_says_yes(
    world: World, signed_in: As, joining: Joining
) -> None:
    post(signed_in(world.lex), "propose", joining.pk, hours="1,5")
    mia = signed_in(world.mia)
    assert "Your lead proposes 1.5 hours a week." in text(
        mia.get(url("detail", joining.initiative_id))
    )
    assert not Joining.objects.get().is_agreed
    post(mia, "accept", joining.initiative_id)
    agreed = Joining.objects.get()
    assert (agreed.hours, agreed.is_agreed, agreed.proposed) == (Decimal("1.5"), True, None)


def test_proposal_is_taken_back(world: World, signed_in: As, joining: Joining) -> None:
    lex = signed_in(world.lex)
    undo(lex, post(lex, "propose", joining.pk, hours="1"))
    assert Joining.objects.get().proposed is None
    answer = post(signed_in(world.mia), "accept", joining.initiative_id)
    assert "There is no proposal any more." in text(answer)


def test_impossible_proposal_is_asked_again(world: World, signed_in: As, joining: Joining) -> None:
    assert post(signed_in(world.lex), "propose", joining.pk, hours="0").status_code == 422
    assert Joining.objects.get().proposed is None


def test_lead_of_other_teams_may_not_agree(world: World, signed_in: As, joining: Joining) -> None:
    wout = add_person(world, "wout", world.noord, Role.LEAD, team=world.teams["Magazijn"])
    for route in ("agree", "agree_undo", "propose", "propose_undo"):
        assert post(signed_in(wout), route, joining.pk, hours="1").status_code == 403
    assert "Hours to agree" not in text(signed_in(wout).get(url("list")))


def test_member_may_not_agree_own_hours(world: World, signed_in: As, joining: Joining) -> None:
    assert post(signed_in(world.mia), "agree", joining.pk).status_code == 403


def test_lead_may_not_agree_own_hours(world: World, signed_in: As) -> None:
    own = joined(explore(world.noord), world.lex)
    assert post(signed_in(world.lex), "agree", own.pk).status_code == 403
    assert access.to_agree(world.lex) == []
    assert access.agreeable(world.lex, [own]) == []


def test_administrator_agrees_for_who_has_no_lead(world: World, signed_in: As) -> None:
    own = joined(explore(world.noord), world.gijs)
    assert access.to_agree(world.anna) == [own]
    post(signed_in(world.anna), "agree", own.pk)
    assert Joining.objects.get().is_agreed


def test_what_stopped_or_is_answered_does_not_wait(world: World, joining: Joining) -> None:
    actions.propose(joining=joining, hours=Decimal(1))
    assert access.to_agree(world.lex) == []
    actions.take_back_proposal(joining=joining)
    assert access.to_agree(world.lex) == [joining]
    actions.agree(joining=joining)
    assert access.to_agree(world.lex) == []


def test_hours_of_elsewhere_are_not_found(world: World, signed_in: As) -> None:
    theirs = joined(explore(world.zuid), world.otto)
    assert post(signed_in(world.anna), "agree", theirs.pk).status_code == 404
