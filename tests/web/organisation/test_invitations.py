"""Inviting, and coming in with an invitation."""

import re
from datetime import timedelta

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.utils import timezone

from beide.web.accounts.models import Person
from beide.web.organisation import actions
from beide.web.organisation.models import Invitation, Membership
from beide.web.organisation.roles import Role
from tests.web.conftest import As
from tests.web.people import World

ADDRESS = "/o/noord/people/invite/"


def invite(world: World, role: Role = Role.MEMBER) -> tuple[Invitation, str]:
    team = world.teams["Intake"]
    invitation, token = actions.invite(
        organisation=world.noord, email="sanne@noord.example", role=role, team=team
    )
    return invitation, f"/join/{token}/"


def test_invitation_is_mailed_and_only_its_hash_is_kept(
    world: World, signed_in: As, mailoutbox: list[EmailMessage]
) -> None:
    browser = signed_in(world.anna, language="nl")
    answers = {"email": "Sanne@noord.example", "role": "member", "team": ""}
    page = browser.post(ADDRESS, answers, follow=True).content.decode()
    (letter,) = mailoutbox
    link = re.search(r"/join/(\S+)/", str(letter.body))
    assert link
    token = link.group(1)
    assert letter.subject == "Beide · Noord nodigt je uit"
    assert token in page
    assert token not in Invitation.objects.get().token_hash
    assert token not in browser.get("/o/noord/people/").content.decode()


def test_mail_that_fails_loses_nothing(
    world: World, signed_in: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("beide.web.organisation.letters.send_mail", refuse)
    answers = {"email": "sanne@noord.example", "role": "member"}
    page = signed_in(world.anna).post(ADDRESS, answers, follow=True).content.decode()
    assert "could not be sent" in page
    assert "/join/" in page


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"email": "mia@noord.example", "role": "member"}, "is a member already"),
        ({"email": "no address", "role": "member"}, "Enter a valid email address"),
        ({"email": "a@b.example", "role": "lead"}, "Choose the team this person leads."),
    ],
)
def test_bad_input_says_what_to_do_and_keeps_what_was_typed(
    world: World, signed_in: As, answers: dict[str, str], says: str
) -> None:
    page = signed_in(world.anna).post(ADDRESS, answers).content.decode()
    assert says in page
    assert f'value="{answers["email"]}"' in page
    assert not Invitation.objects.exists()


def test_stranger_chooses_to_make_an_account_or_sign_in(world: World) -> None:
    _, link = invite(world)
    browser = Client(headers={"accept-language": "en"})
    page = browser.get(link).content.decode()
    assert "Noord invites you." in page
    assert "/accounts/signup/?next=%2Fjoin%2F" in page
    assert "Make an account." in browser.get("/accounts/signup/").content.decode()


def test_stranger_signs_up_and_joins(world: World) -> None:
    invitation, link = invite(world, Role.LEAD)
    browser = Client(headers={"accept-language": "en"})
    browser.get(link)
    answers = {
        "name": "Sanne",
        "email": "sanne@noord.example",
        "password1": "samen verkennen",
        "next": link,
    }
    assert browser.post("/accounts/signup/", answers)["Location"] == link
    assert browser.post(link)["Location"] == "/o/noord/"
    member = Membership.objects.get(person__email="sanne@noord.example")
    assert member.roles == {Role.LEAD}
    assert member.grants.get().team == world.teams["Intake"]
    invitation.refresh_from_db()
    assert invitation.used


def test_an_invitation_lets_one_person_sign_up(world: World) -> None:
    _, link = invite(world)
    browser = Client(headers={"accept-language": "en"})
    browser.get(link)
    answers = {"email": "sanne@noord.example", "password1": "samen verkennen"}
    browser.post("/accounts/signup/", answers)
    browser.post("/accounts/logout/")
    assert "with an invitation" in browser.get("/accounts/signup/").content.decode()


def test_member_with_a_link_just_goes_in(world: World, signed_in: As) -> None:
    invitation, link = invite(world)
    assert signed_in(world.mia).get(link)["Location"] == "/o/noord/"
    invitation.refresh_from_db()
    assert invitation.is_open


def test_someone_of_elsewhere_joins_as_well(world: World, signed_in: As) -> None:
    _, link = invite(world)
    browser = signed_in(world.otto)
    assert "You join as Otto" in browser.get(link).content.decode()
    browser.post(link)
    assert Membership.objects.filter(person=world.otto.person).count() == 2


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"used": True}, "It was used already."),
        ({"withdrawn": True}, "The invitation was withdrawn."),
        ({"invited": timezone.now() - timedelta(days=15)}, "It worked for 14 days"),
    ],
)
def test_link_that_no_longer_works_says_why(
    world: World, signed_in: As, change: dict[str, object], says: str
) -> None:
    invitation, link = invite(world)
    Invitation.objects.filter(pk=invitation.pk).update(**change)
    browser = signed_in(world.otto)
    assert says in browser.get(link).content.decode()
    browser.post(link)
    assert not Membership.objects.filter(
        person=world.otto.person, organisation=world.noord
    ).exists()


def test_unknown_link_says_so(world: World) -> None:
    page = Client(headers={"accept-language": "nl"}).get("/join/verzonnen/").content.decode()
    assert "Met deze link kom je niet binnen." in page


def test_sent_again_the_old_link_stops(world: World, signed_in: As) -> None:
    invitation, old = invite(world)
    browser = signed_in(world.anna)
    page = browser.post(f"/o/noord/people/invite/{invitation.pk}/again/", follow=True)
    new = re.search(r"/join/[^/\"]+/", page.content.decode())
    assert new
    visitor = Client(headers={"accept-language": "en"})
    assert "does not let you in" in visitor.get(old).content.decode()
    assert "Noord invites you." in visitor.get(new.group()).content.decode()


def test_withdrawn_and_put_back(world: World, signed_in: As) -> None:
    invitation, _ = invite(world)
    browser = signed_in(world.anna)
    page = browser.post(f"/o/noord/people/invite/{invitation.pk}/withdraw/", follow=True)
    assert "sanne@noord.example" not in page.content.decode().split("</header>")[-1].replace(
        "The invitation for sanne@noord.example is withdrawn.", ""
    )
    browser.post(next(iter(page.context["messages"])).extra_tags)
    invitation.refresh_from_db()
    assert invitation.is_open


def test_sign_up_without_invitation_is_closed(world: World) -> None:
    browser = Client(headers={"accept-language": "en"})
    answers = {"email": "x@example.org", "password1": "samen verkennen"}
    browser.post("/accounts/signup/", answers)
    assert not Person.objects.filter(email="x@example.org").exists()
