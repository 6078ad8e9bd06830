"""Looking whether it holds: what was seen, held or back, and taking it back."""

from datetime import date

import pytest

from beide.web.hierarchy.models import Look
from beide.web.initiatives import actions as initiatives
from tests.web.conftest import As
from tests.web.hierarchy.made import at, carry
from tests.web.people import World

AUTUMN, SPRING = date(2026, 10, 1), date(2027, 3, 1)
HOLDS = {"held": "yes", "saw": "Acht weken niets gehoord", "back_to": "plan", "look_on": ""}


@pytest.mark.parametrize(
    ("who", "status"), [("mia", 403), ("gijs", 403), ("lex", 200), ("anna", 200)]
)
def test_its_lead_and_administrators_say_so(
    world: World, signed_in: As, who: str, status: int
) -> None:
    assert signed_in(world.people[who]).get(at(carry(world), "look/")).status_code == status


def test_what_holds_is_held_from_that_day(world: World, signed_in: As) -> None:
    made = carry(world, look_on=AUTUMN)
    page = signed_in(world.lex).post(at(made, "look/"), HOLDS, follow=True).content.decode()
    made.refresh_from_db()
    assert made.stage == "held"
    assert made.carrying.look_on is None
    assert "We looked, and it holds:" in page
    assert "Acht weken niets gehoord" in page
    assert "Moved from" not in page


def test_what_does_not_hold_goes_back(world: World, signed_in: As) -> None:
    made = carry(world)
    initiatives.move(initiative=made, stage="execute")
    sent = {**HOLDS, "held": "no", "look_on": "2027-03-01"}
    page = signed_in(world.lex).post(at(made, "look/"), sent, follow=True).content.decode()
    made.refresh_from_db()
    assert (made.stage, made.carrying.look_on) == ("plan", SPRING)
    assert "it does not hold yet. Back to: plan." in page


def test_it_stays_in_its_stage_unless_someone_chooses_another(world: World, signed_in: As) -> None:
    made, client = carry(world), signed_in(world.lex)
    initiatives.move(initiative=made, stage="execute")
    assert '<option value="execute" selected>' in client.get(at(made, "look/")).content.decode()
    client.post(at(made, "look/"), {**HOLDS, "held": "no", "back_to": "execute"})
    made.refresh_from_db()
    assert made.stage == "execute"
    assert made.happenings.filter(kind="moved").count() == 1


def test_a_look_is_one_undo(world: World, signed_in: As) -> None:
    made, client = carry(world, look_on=AUTUMN), signed_in(world.lex)
    client.post(at(made, "look/"), {**HOLDS, "look_on": "2027-03-01"})
    look = made.looks.get()
    client.post(at(made, f"look/{look.pk}/undo/"))
    made.refresh_from_db()
    assert (made.stage, made.carrying.look_on) == ("analyse", AUTUMN)
    assert not made.looks.exists()
    assert not made.happenings.filter(kind="moved").exists()


def test_a_look_from_before_a_move_stays(world: World, signed_in: As) -> None:
    made, client = carry(world), signed_in(world.lex)
    client.post(at(made, "look/"), HOLDS)
    made.refresh_from_db()
    initiatives.move(initiative=made, stage="plan")
    page = client.post(at(made, f"look/{made.looks.get().pk}/undo/"), follow=True)
    assert "can no longer be taken back" in page.content.decode()
    assert Look.objects.count() == 1


def test_what_was_seen_is_needed_and_nothing_is_lost(world: World, signed_in: As) -> None:
    made = carry(world)
    sent = {"held": "", "saw": "Drie keer gebeld", "back_to": "plan", "look_on": "morgen"}
    page = signed_in(world.lex).post(at(made, "look/"), sent).content.decode()
    assert "Choose yes or no." in page
    assert "Drie keer gebeld" in page
    page = signed_in(world.lex).post(at(made, "look/"), {**HOLDS, "saw": ""}).content.decode()
    assert "Write in one sentence what you saw." in page
    assert not Look.objects.exists()


def test_who_may_not_look_reads_who_does(world: World, signed_in: As) -> None:
    page = signed_in(world.mia).get(at(carry(world))).content.decode()
    assert "Write down what we saw" not in page
    assert "Your team&#x27;s lead" in page or "Your team's lead" in page


def test_outsiders_find_nothing(world: World, signed_in: As) -> None:
    assert signed_in(world.otto).post(at(carry(world), "look/"), HOLDS).status_code == 404
