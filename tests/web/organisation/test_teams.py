"""The tree of teams."""

from typing import Any

from beide.web.initiatives.models import Initiative
from beide.web.organisation.models import Team
from tests.web.conftest import As
from tests.web.people import World, add_team


def test_tree_is_shown_parents_first(
    world: World, signed_in: As, django_assert_max_num_queries: Any
) -> None:
    browser = signed_in(world.anna)
    with django_assert_max_num_queries(15):
        page = browser.get("/o/noord/teams/").content.decode()
    assert page.index(">Klant<") < page.index(">Intake<") < page.index(">Magazijn<")
    assert "Your organisation has 4 teams." in page


def test_team_is_added_under_another(world: World, signed_in: As) -> None:
    parent = world.teams["Magazijn"]
    answer = signed_in(world.anna).post(
        "/o/noord/teams/add/", {"name": "Nacht", "parent": parent.pk}
    )
    assert answer.status_code == 302
    assert Team.objects.get(name="Nacht").parent == parent


def test_same_name_beside_it_is_refused_and_kept_on_the_page(world: World, signed_in: As) -> None:
    page = signed_in(world.anna).post("/o/noord/teams/add/", {"name": "magazijn"})
    text = page.content.decode()
    assert "There is a team magazijn here already." in text
    assert 'value="magazijn"' in text
    assert Team.objects.filter(organisation=world.noord).count() == 4


def test_team_cannot_stand_under_itself(world: World, signed_in: As) -> None:
    root, under = world.teams["Klant"], world.teams["Intake"]
    address = f"/o/noord/teams/{root.pk}/"
    answer = signed_in(world.anna).post(address, {"name": "Klant", "parent": under.pk})
    assert answer.status_code == 200
    root.refresh_from_db()
    assert root.parent is None


def test_team_of_another_organisation_is_no_place(world: World, signed_in: As) -> None:
    theirs = Team.objects.create(organisation=world.zuid, name="Elders")
    answer = signed_in(world.anna).post(
        "/o/noord/teams/add/", {"name": "Nacht", "parent": theirs.pk}
    )
    assert answer.status_code == 200
    assert signed_in(world.anna).get(f"/o/noord/teams/{theirs.pk}/").status_code == 404


def test_rename_is_taken_back_with_one_undo(world: World, signed_in: As) -> None:
    team = world.teams["Intake"]
    browser = signed_in(world.anna)
    parent = world.teams["Klant"].pk
    page = browser.post(
        f"/o/noord/teams/{team.pk}/", {"name": "Aanvraag", "parent": parent}, follow=True
    )
    team.refresh_from_db()
    assert team.name == "Aanvraag"
    undo = next(iter(page.context["messages"])).extra_tags
    browser.post(undo)
    team.refresh_from_db()
    assert (team.name, team.parent_id) == ("Intake", parent)


def test_empty_team_is_removed_and_put_back(world: World, signed_in: As) -> None:
    team = world.teams["Passen"]
    browser = signed_in(world.anna)
    page = browser.post(f"/o/noord/teams/{team.pk}/remove/", follow=True)
    assert not Team.objects.filter(name="Passen").exists()
    browser.post(next(iter(page.context["messages"])).extra_tags)
    assert Team.objects.get(name="Passen").parent == world.teams["Klant"]


def test_team_with_people_or_work_stays(world: World, signed_in: As) -> None:
    add_team(world, "Werk")
    Initiative.objects.create(
        organisation=world.noord, form="renewal", title="A", stage="plan", team=world.teams["Werk"]
    )
    browser = signed_in(world.anna)
    for name in ("Klant", "Intake", "Werk"):
        page = browser.post(f"/o/noord/teams/{world.teams[name].pk}/remove/", follow=True)
        assert f"still belong to {name}" in page.content.decode()
    assert Team.objects.filter(organisation=world.noord).count() == 5


def test_a_team_has_a_size_that_is_shown_and_can_be_undone(world: World, signed_in: As) -> None:
    team, browser = world.teams["Magazijn"], signed_in(world.anna)
    address = f"/o/noord/teams/{team.pk}/"
    browser.post(address, {"name": "Magazijn", "people": "16"})
    assert "16 people" in browser.get("/o/noord/teams/").content.decode()
    browser.post(address, {"name": "Magazijn", "people": ""})
    team.refresh_from_db()
    assert team.people is None


def test_a_team_of_fewer_than_nobody_is_refused(world: World, signed_in: As) -> None:
    address = f"/o/noord/teams/{world.teams['Magazijn'].pk}/"
    page = signed_in(world.anna).post(address, {"name": "Magazijn", "people": "-3"})
    assert 'value="-3"' in page.content.decode()
    world.teams["Magazijn"].refresh_from_db()
    assert world.teams["Magazijn"].people is None
