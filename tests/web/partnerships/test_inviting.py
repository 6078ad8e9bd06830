"""Inviting a guest, coming in with the link, and letting out in one press."""

from datetime import timedelta
from typing import Any

from django.core import mail
from django.test import Client
from django.utils import timezone

from beide.web.network.models import Joining
from beide.web.organisation.models import Membership
from beide.web.partnerships.models import MOST_WEEKS, Guest
from tests.web.conftest import As
from tests.web.partnerships.met import (
    browser,
    explored,
    guest,
    outsider,
    partner,
    place,
    post,
    text,
    undo,
    url,
)
from tests.web.people import World

TODAY = timezone.localdate


def invited(client: Client, initiative: Any, **other: object) -> Any:
    answers = {"email": "Noor@west.example", "until": TODAY() + timedelta(weeks=6), **other}
    return post(client, "guest_invite", initiative.pk, **answers)


def link() -> str:
    [found] = [line for line in str(mail.outbox[0].body).split() if "/guest/" in line]
    return found[found.index("/guest/") :]


def test_guest_comes_in_with_the_link_and_comes_back_with_it(world: World, signed_in: As) -> None:
    initiative = explored(world)
    invited(signed_in(world.gijs), initiative, partner=partner(world).pk)
    assert "would like you to look along" in mail.outbox[0].body
    assert "Make an account" in text(Client().get(link(), headers={"accept-language": "en"}))
    noor = outsider()
    client = browser(noor)
    assert "Have a look" in text(client.get(link()))
    came = client.post(link(), follow=True)
    assert "When do people feel known?" in text(came)
    assert client.get(link())["Location"] == place(initiative)
    assert not Membership.objects.filter(person=noor).exists()


def test_link_is_for_one_person(world: World, signed_in: As) -> None:
    initiative = explored(world)
    invited(signed_in(world.gijs), initiative)
    browser(outsider()).post(link())
    second = browser(outsider("els@west.example"))
    assert "does not open anything" in text(second.post(link()))
    assert second.get(place(initiative)).status_code == 404


def test_only_who_carries_lets_in_and_out(world: World, signed_in: As) -> None:
    initiative = explored(world)
    mia = signed_in(world.mia)
    assert invited(mia, initiative).status_code == 403
    made = guest(initiative, outsider())
    assert post(mia, "guest_out", made.pk).status_code == 403
    Joining.objects.create(initiative=initiative, membership=world.mia, hours=2)
    out = post(mia, "guest_out", made.pk)
    assert browser(made.person or outsider()).get(place(initiative)).status_code == 404
    undo(mia, out)
    assert browser(made.person or outsider()).get(place(initiative)).status_code == 200


def test_everyone_here_sees_who_is_let_in(world: World, signed_in: As) -> None:
    guest(explored(world), None)
    page = text(signed_in(world.ben).get(url("guests")))
    assert "noor@west.example" in page
    assert "has not come in yet" in page


def test_too_long_too_late_and_twice_are_refused(world: World, signed_in: As) -> None:
    initiative, gijs = explored(world), signed_in(world.gijs)
    late = TODAY() + timedelta(weeks=MOST_WEEKS, days=1)
    assert "within 26 weeks" in text(invited(gijs, initiative, until=late))
    past = TODAY() - timedelta(days=1)
    assert "This day is over" in text(invited(gijs, initiative, until=past))
    assert not Guest.objects.exists()
    invited(gijs, initiative)
    assert "is let in already" in text(invited(gijs, initiative))


def test_what_a_guest_sees_is_read_and_can_be_taken_back(world: World, signed_in: As) -> None:
    initiative, noor = explored(world), outsider()
    guest(initiative, noor)
    client, mia = browser(noor), signed_in(world.mia)
    said = client.post(place(initiative), {"words": "At night nobody answers."}, follow=True)
    assert "At night nobody answers." in text(mia.get(url("guests")))
    gone = undo(client, said)
    assert "At night nobody answers." not in text(mia.get(url("guests")))
    undo(client, gone)
    assert "At night nobody answers." in text(mia.get(url("guests")))
    assert client.post(place(initiative), {"words": ""}).status_code == 422
