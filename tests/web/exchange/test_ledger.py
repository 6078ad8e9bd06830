"""The ledger lays what an insight did beside what it said."""

from django.urls import reverse

from beide.change import Form, Mode
from beide.web.effects.access import of_organisation
from beide.web.exchange import access, actions
from beide.web.exchange.counts import counts_of
from beide.web.exchange.ledger import Ledger, ledger_of
from beide.web.exchange.models import Insight
from beide.web.initiatives.actions import start
from beide.web.initiatives.models import Initiative
from beide.web.network.models import Experiment, Round
from tests.web.conftest import As
from tests.web.exchange.things import loop, read_plan
from tests.web.people import World


def ledger(world: World) -> Ledger:
    return ledger_of(access.ledger_rows(world.noord.pk), of_organisation(world.noord))


def in_use(
    world: World, *, carried_by: Initiative | None = None, experiment: Experiment | None = None
) -> Insight:
    insight = actions.find(
        organisation=world.noord,
        found_in=Mode.NETWORK,
        kind="insight",
        what="Look at home first",
        experiment=experiment,
    )
    actions.offer(insight=insight, to_role="planner", to_team=None)
    actions.answer(insight=insight, state="accepted", why="")
    actions.use(insight=insight, how="On Tuesdays", carried_by=carried_by)
    return insight


def improvement(world: World) -> Initiative:
    return start(organisation=world.noord, form=Form.IMPROVEMENT, title="Form complete")


def test_its_way_is_told_in_days(world: World) -> None:
    actions.check(insight=in_use(world), holds=True, saw="8 of 9")
    (line,) = ledger(world).lines
    assert line.found == line.offered == line.adopted == line.used
    assert line.holds == "yes"
    told = ledger(world)
    assert (told.offered, told.adopted, told.used, told.held, told.known) == (1, 1, 1, 1, 0)


def test_the_improvement_through_which_it_is_used_gives_its_effect(world: World) -> None:
    work = improvement(world)
    read_plan(work, verdict="probably")
    in_use(world, carried_by=work)
    (line,) = ledger(world).lines
    assert line.is_known
    assert line.says == "Probably improved, between 1 and 5."
    assert not line.in_experiment
    assert counts_of(world.noord).effect_known == 1


def test_otherwise_the_experiment_does_and_says_so(world: World) -> None:
    tried = loop(world)
    experiment = Experiment.objects.create(
        initiative=tried,
        round=Round.objects.create(initiative=tried, number=1, question="What if?"),
        title="Ten fittings",
        believe="a",
        attempt="b",
        will_see="c",
        stops_when="d",
        plan=read_plan(tried, verdict="improved"),
    )
    in_use(world, experiment=experiment)
    (line,) = ledger(world).lines
    assert line.in_experiment
    assert line.is_known


def test_without_a_plan_nothing_can_be_told_yet(world: World) -> None:
    in_use(world)
    (line,) = ledger(world).lines
    assert line.says == "Cannot tell yet: nothing was planned to look at."


def test_a_plan_that_waits_is_not_an_effect(world: World) -> None:
    work = improvement(world)
    read_plan(work, verdict="waiting")
    in_use(world, carried_by=work)
    assert not ledger(world).lines[0].is_known
    assert counts_of(world.noord).effect_known == 0


def test_what_was_declined_is_not_adopted(world: World) -> None:
    insight = actions.find(
        organisation=world.noord, found_in=Mode.NETWORK, kind="insight", what="x"
    )
    actions.offer(insight=insight, to_role="planner", to_team=None)
    actions.answer(insight=insight, state="declined", why="Not now")
    (line,) = ledger(world).lines
    assert line.offered
    assert line.adopted is None
    assert line.says == ""


def test_the_page_shows_the_effect_and_its_interval(world: World, signed_in: As) -> None:
    work = improvement(world)
    read_plan(work)
    in_use(world, carried_by=work)
    page = signed_in(world.mia).get("/o/noord/insights/").content.decode()
    assert page.count("Probably improved, between 1 and 5.") == 2
    assert "effect measured" in page


def test_it_can_be_said_through_which_work_it_is_used(world: World, signed_in: As) -> None:
    work = improvement(world)
    insight = actions.find(
        organisation=world.noord, found_in=Mode.NETWORK, kind="insight", what="x"
    )
    actions.offer(insight=insight, to_role="planner", to_team=None)
    actions.answer(insight=insight, state="accepted", why="")
    url = reverse("exchange:use", args=["noord", insight.pk])
    signed_in(world.mia).post(
        url, {"on": "2026-03-02", "how": "On the board", "carried_by": work.pk}
    )
    insight.refresh_from_db()
    assert insight.carried_by == work


def test_few_queries_however_many_insights(
    world: World, signed_in: As, django_assert_max_num_queries: object
) -> None:
    for _ in range(8):
        work = improvement(world)
        read_plan(work)
        in_use(world, carried_by=work)
    client = signed_in(world.lex)
    with django_assert_max_num_queries(15):  # type: ignore[operator]
        client.get("/o/noord/insights/")


def test_an_insight_leads_to_the_mode_that_uses_it(world: World, signed_in: As) -> None:
    tried = loop(world)
    insight = actions.find(
        organisation=world.noord,
        found_in=Mode.HIERARCHY,
        kind="customer",
        what="Families ask when we come",
        initiative=tried,
    )
    client = signed_in(world.mia)
    page = client.get(reverse("exchange:insight", args=["noord", insight.pk])).content.decode()
    address = reverse("network:detail", args=["noord", tried.pk])
    assert f'href="{address}"' in page
    assert client.get(address).status_code == 200
    assert "Of use to" in page
