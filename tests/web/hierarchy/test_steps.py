"""Steps with dates: add, done, change, remove, and every one of them back."""

from datetime import date, timedelta

from django.utils import timezone

from beide.web.hierarchy import step_actions
from beide.web.hierarchy.models import Step
from tests.web.conftest import As
from tests.web.hierarchy.made import at, carry
from tests.web.people import World

DUE = date(2027, 1, 15)


def step_in(world: World, due: date | None = DUE) -> Step:
    return step_actions.add(initiative=carry(world), what="Formulier nalopen", due=due)


def test_a_step_is_added(world: World, signed_in: As) -> None:
    made, client = carry(world), signed_in(world.mia)
    sent = {"what": "Bel drie klanten", "due": "2027-01-15"}
    page = client.post(at(made, "steps/"), sent, follow=True).content.decode()
    step = Step.objects.get()
    assert (step.what, step.due) == ("Bel drie klanten", DUE)
    assert "Bel drie klanten" in page
    assert f'action="{at(made, f"steps/{step.pk}/remove/")}"' in page


def test_a_step_without_words_keeps_its_date(world: World, signed_in: As) -> None:
    answer = signed_in(world.mia).post(
        at(carry(world), "steps/"), {"what": "", "due": "2027-01-15"}
    )
    page = answer.content.decode()
    assert "Write what the step is." in page
    assert 'value="2027-01-15"' in page
    assert not Step.objects.exists()


def test_the_page_with_a_mistake_can_be_opened_again(world: World, signed_in: As) -> None:
    made = carry(world)
    assert signed_in(world.mia).get(at(made, "steps/"))["Location"] == at(made)


def test_done_and_not_done_after_all(world: World, signed_in: As) -> None:
    step, client = step_in(world), signed_in(world.mia)
    address = at(step.initiative, f"steps/{step.pk}/done/")
    page = client.post(address, {"done": "yes"}, follow=True).content.decode()
    step.refresh_from_db()
    assert step.done_on == timezone.localdate()
    assert "Step done: Formulier nalopen" in page
    assert f'action="{address}?done=no"' in page
    client.post(f"{address}?done=no")
    step.refresh_from_db()
    assert step.done_on is None


def test_changing_a_step_is_one_undo(world: World, signed_in: As) -> None:
    step, client = step_in(world), signed_in(world.mia)
    address = at(step.initiative, f"steps/{step.pk}/")
    assert 'value="2027-01-15"' in client.get(address).content.decode()
    client.post(address, {"what": "Anders", "due": ""})
    step.refresh_from_db()
    assert (step.what, step.due) == ("Anders", None)
    client.post(f"{address}as-it-was/?what=Formulier+nalopen&due=2027-01-15")
    step.refresh_from_db()
    assert (step.what, step.due) == ("Formulier nalopen", DUE)


def test_removing_a_step_is_one_undo(world: World, signed_in: As) -> None:
    step, client = step_in(world), signed_in(world.mia)
    page = client.post(at(step.initiative, f"steps/{step.pk}/remove/"), follow=True)
    assert "Formulier nalopen" not in page.content.decode()
    page = client.post(at(step.initiative, f"steps/{step.pk}/put-back/"), follow=True)
    assert "Formulier nalopen" in page.content.decode()


def test_a_late_step_says_how_late(world: World, signed_in: As) -> None:
    step = step_in(world, due=timezone.localdate() - timedelta(days=3))
    page = signed_in(world.mia).get(at(step.initiative)).content.decode()
    assert "3 days late" in page
    step_actions.finish(step=step)
    assert "days late" not in signed_in(world.mia).get(at(step.initiative)).content.decode()


def test_steps_stand_in_the_order_of_their_dates(world: World) -> None:
    made = carry(world)
    for what, due in (("Later", date(2027, 2, 1)), ("Ooit", None), ("Eerst", DUE)):
        step_actions.add(initiative=made, what=what, due=due)
    assert [step.what for step in made.steps.all()] == ["Eerst", "Later", "Ooit"]


def test_others_change_no_steps(world: World, signed_in: As) -> None:
    step = step_in(world)
    for rest in ("", "done/", "remove/", "put-back/", "as-it-was/"):
        address = at(step.initiative, f"steps/{step.pk}/{rest}")
        assert signed_in(world.gijs).post(address).status_code == 403
        assert signed_in(world.otto).post(address).status_code == 404


def test_a_step_of_another_initiative_is_not_found(world: World, signed_in: As) -> None:
    step, other = step_in(world), carry(world)
    assert signed_in(world.mia).post(at(other, f"steps/{step.pk}/done/")).status_code == 404
