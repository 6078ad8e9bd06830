"""Starting something in the network, from a tension or from a question."""

from decimal import Decimal

from beide.change import Form
from beide.web.evidence.models import EventLog, Promise
from beide.web.initiatives.models import Initiative
from beide.web.network.models import Joining
from beide.web.organisation.models import Team
from beide.web.tensions.models import Choice, Tension
from tests.web.conftest import As
from tests.web.network.loops import explore, post, text, url
from tests.web.people import World

FILLED = {
    "title": "From order to talk",
    "question": "When do people feel known?",
    "about": "",
    "form": "innovation",
    "team": "",
    "promise": "",
    "hours": "2.5",
}


def tension(world: World, *, form: Form) -> Tension:
    found = Tension.objects.create(
        organisation=world.noord, what="They call us too late.", origin="other"
    )
    Choice.objects.create(
        tension=found,
        configuration_changes=form.configuration_changes,
        paradigm_shifts=form.paradigm_shifts,
    )
    return found


def test_start_opens_first_round_with_the_question(world: World, signed_in: As) -> None:
    answer = post(signed_in(world.mia), "start", **FILLED)
    initiative = Initiative.objects.get()
    assert answer.redirect_chain[-1][0] == url("detail", initiative.pk)
    assert (initiative.stage, initiative.form) == ("explore", "innovation")
    round_ = initiative.rounds.get()
    assert (round_.number, round_.question) == (1, "When do people feel known?")


def test_who_gives_hours_takes_part(world: World, signed_in: As) -> None:
    post(signed_in(world.mia), "start", **FILLED)
    joining = Joining.objects.get()
    assert (joining.membership, joining.hours, joining.is_agreed) == (
        world.mia,
        Decimal("2.5"),
        False,
    )


def test_who_only_brings_the_question_does_not_join(world: World, signed_in: As) -> None:
    post(signed_in(world.mia), "start", **{**FILLED, "hours": ""})
    assert not Joining.objects.exists()


def test_comma_in_hours_is_read(world: World, signed_in: As) -> None:
    post(signed_in(world.mia), "start", **{**FILLED, "hours": "1,5"})
    assert Joining.objects.get().hours == Decimal("1.5")


def test_form_follows_the_tension(world: World, signed_in: As) -> None:
    found = tension(world, form=Form.INNOVATION)
    answer = signed_in(world.mia).get(url("start"), {"tension": found.pk})
    assert "They call us too late." in text(answer)
    assert answer.context["form"].initial["form"] == "innovation"


def test_form_of_the_other_mode_is_not_taken_over(world: World, signed_in: As) -> None:
    found = tension(world, form=Form.RENEWAL)
    answer = signed_in(world.mia).get(url("start"), {"tension": found.pk})
    assert answer.context["form"].initial["form"] == "transition"


def test_initiative_keeps_its_tension(world: World, signed_in: As) -> None:
    found = tension(world, form=Form.TRANSITION)
    signed_in(world.mia).post(f"{url('start')}?tension={found.pk}", FILLED)
    assert Initiative.objects.get().tension == found


def test_tension_of_elsewhere_is_not_found(world: World, signed_in: As) -> None:
    found = Tension.objects.create(organisation=world.zuid, what="Theirs", origin="other")
    assert signed_in(world.mia).get(url("start"), {"tension": found.pk}).status_code == 404
    assert signed_in(world.mia).get(url("start"), {"tension": "x"}).status_code == 404


def test_missing_question_is_said_and_nothing_typed_is_lost(world: World, signed_in: As) -> None:
    answer = post(signed_in(world.mia), "start", **{**FILLED, "question": ""})
    assert answer.status_code == 422
    assert "question" in answer.context["form"].errors
    assert "From order to talk" in text(answer)
    assert not Initiative.objects.exists()


def test_hierarchy_forms_cannot_be_chosen(world: World, signed_in: As) -> None:
    answer = post(signed_in(world.mia), "start", **{**FILLED, "form": "renewal"})
    assert "form" in answer.context["form"].errors


def test_teams_and_promises_of_elsewhere_cannot_be_chosen(world: World, signed_in: As) -> None:
    team = Team.objects.create(organisation=world.zuid, name="Theirs")
    log = EventLog.objects.create(organisation=world.zuid, name="Theirs")
    promise = Promise.objects.create(
        organisation=world.zuid, log=log, name="Theirs", within_hours=24, share=0.9
    )
    filled = {**FILLED, "team": team.pk, "promise": promise.pk}
    errors = post(signed_in(world.mia), "start", **filled).context["form"].errors
    assert set(errors) == {"team", "promise"}


def test_frame_changes_with_a_trace_of_the_question(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    page = post(
        signed_in(world.gijs),
        "frame",
        initiative.pk,
        title="From order to talk",
        question="What do carers need?",
        about="Carers call.",
    )
    assert initiative.rounds.get().question == "What do carers need?"
    assert "The question became: “What do carers need?”" in text(page)
