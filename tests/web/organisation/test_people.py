"""Members, their team and their roles."""

from typing import Any

from beide.web.organisation.models import Membership
from beide.web.organisation.roles import Role
from beide.web.tensions.models import Tension
from tests.web.conftest import As
from tests.web.people import World, add_person


def test_members_are_listed_with_team_and_roles(
    world: World, signed_in: As, django_assert_max_num_queries: Any
) -> None:
    browser = signed_in(world.anna)
    with django_assert_max_num_queries(15):
        page = browser.get("/o/noord/people/").content.decode()
    assert "6 people belong here." in page
    assert "leads Klant" in page
    assert "otto@" not in page


def test_roles_and_team_are_changed_and_taken_back(world: World, signed_in: As) -> None:
    browser = signed_in(world.anna)
    passen, intake = world.teams["Passen"], world.teams["Intake"]
    answers = {"team": passen.pk, "roles": ["guide", "member"], "leads": [passen.pk]}
    page = browser.post(f"/o/noord/people/{world.mia.pk}/", answers, follow=True)
    changed = Membership.objects.get(pk=world.mia.pk)
    assert changed.team == passen
    assert changed.roles == {Role.GUIDE, Role.MEMBER, Role.LEAD}
    browser.post(next(iter(page.context["messages"])).extra_tags)
    back = Membership.objects.get(pk=world.mia.pk)
    assert back.team == intake
    assert back.roles == {Role.MEMBER}


def test_everyone_keeps_a_role(world: World, signed_in: As) -> None:
    page = signed_in(world.anna).post(f"/o/noord/people/{world.mia.pk}/", {"team": ""})
    assert "Choose at least one role" in page.content.decode()
    assert Membership.objects.get(pk=world.mia.pk).has(Role.MEMBER)


def test_last_administrator_stays_one(world: World, signed_in: As) -> None:
    address = f"/o/noord/people/{world.anna.pk}/"
    page = signed_in(world.anna).post(address, {"roles": ["member"]})
    assert "Nobody else is administrator." in page.content.decode()
    assert Membership.objects.get(pk=world.anna.pk).has(Role.ADMINISTRATOR)


def test_last_administrator_cannot_be_removed(world: World, signed_in: As) -> None:
    address = f"/o/noord/people/{world.anna.pk}/remove/"
    assert signed_in(world.anna).post(address).status_code == 409
    assert Membership.objects.filter(pk=world.anna.pk).exists()


def test_administrator_who_hands_over_goes_home(world: World, signed_in: As) -> None:
    add_person(world, "wim", world.noord, Role.ADMINISTRATOR)
    address = f"/o/noord/people/{world.anna.pk}/"
    answer = signed_in(world.anna).post(address, {"roles": ["member"]})
    assert answer["Location"] == "/mine/"


def test_removed_member_leaves_work_without_a_name(world: World, signed_in: As) -> None:
    tension = Tension.objects.create(
        organisation=world.noord, author=world.mia, what="Dit past niet.", origin="ai"
    )
    browser = signed_in(world.anna)
    assert (
        "stays, without their name"
        in browser.get(f"/o/noord/people/{world.mia.pk}/remove/").content.decode()
    )
    browser.post(f"/o/noord/people/{world.mia.pk}/remove/")
    tension.refresh_from_db()
    assert tension.author is None
    assert not Membership.objects.filter(pk=world.mia.pk).exists()


def test_member_of_another_organisation_is_not_found(world: World, signed_in: As) -> None:
    assert signed_in(world.anna).get(f"/o/noord/people/{world.otto.pk}/").status_code == 404
