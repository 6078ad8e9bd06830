"""For each route inside an organisation that asks for something: how to make that something.

A room that adds a route with a key adds a line here. What is made belongs to the organisation
given, and is returned as the arguments of the address.
"""

import secrets
from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.files.base import ContentFile

from beide.web.effects.models import Plan
from beide.web.evidence.models import Consent, EventLog, Promise
from beide.web.exchange.models import AlarmAnswer, Insight, StartOrder
from beide.web.initiatives.models import Initiative
from beide.web.network.models import Call, Experiment, Joining, LedgerEntry, Round
from beide.web.organisation.models import Invitation, Membership, Organisation, Team
from beide.web.partnerships.models import Conversation, Guest, Partner
from beide.web.patterns.models import Opinion
from beide.web.tables import actions as tables
from beide.web.tables.models import Photo, Table, Version
from beide.web.team_sessions.actions import begin, close
from beide.web.team_sessions.models import Session, Way
from beide.web.tensions.models import Choice, Tension
from beide.web.ways import actions as ways
from beide.web.wins.models import Barrier, Win
from tests.web.patterns.found import a_finding, a_search
from tests.web.people import World
from tests.web.room.made import FOUND, a_promise, agreed, studied, with_people

Arguments = dict[str, Any]
Make = Callable[[World], Arguments]


def team(world: World) -> Arguments:
    return {"pk": Team.objects.create(organisation=world.noord, name="Los").pk}


def member(world: World) -> Arguments:
    return {"pk": world.ben.pk}


def invitation(world: World) -> Arguments:
    made = Invitation.objects.create(
        organisation=world.noord, email="sanne@noord.example", token_hash=secrets.token_hex()
    )
    return {"pk": made.pk}


def a_tension(organisation: Organisation, author: Membership | None = None) -> Tension:
    return Tension.objects.create(
        organisation=organisation, author=author, what="Dit past niet.", origin="ai"
    )


def tension(world: World) -> Arguments:
    made = a_tension(world.noord, world.mia)
    Choice.objects.create(tension=made, configuration_changes=True, paradigm_shifts=True)
    return {"pk": made.pk}


def an_initiative(world: World, form: str, stage: str) -> Initiative:
    return Initiative.objects.create(
        organisation=world.noord,
        form=form,
        title="Samen",
        stage=stage,
        team=world.teams["Intake"],
    )


def in_hierarchy(world: World) -> Arguments:
    return {"pk": an_initiative(world, "renewal", "analyse").pk}


def in_network(world: World) -> Initiative:
    made = an_initiative(world, "transition", "explore")
    Round.objects.create(initiative=made, number=1, question="Hoe?")
    Joining.objects.create(initiative=made, membership=world.mia, hours=2)
    return made


def network(world: World) -> Arguments:
    return {"pk": in_network(world).pk}


def joining(world: World) -> Arguments:
    made = Joining.objects.create(initiative=in_network(world), membership=world.ben, hours=2)
    return {"pk": made.pk}


def call(world: World) -> Arguments:
    return {"pk": Call.objects.create(initiative=in_network(world), looking_for="Wie wil mee?").pk}


def experiment(world: World) -> Arguments:
    initiative = in_network(world)
    made = Experiment.objects.create(
        initiative=initiative,
        round=initiative.rounds.get(),
        title="Proef",
        believe="a",
        attempt="b",
        will_see="c",
        stops_when="d",
    )
    return {"pk": made.pk}


def a_plan(world: World) -> Arguments:
    initiative = an_initiative(world, "improvement", "analyse")
    starts = date(2100, 1, 4)
    made = Plan.objects.create(initiative=initiative, starts=starts, look_on=date(2100, 4, 5))
    return {"pk": made.pk}


def ledger_entry(world: World) -> Arguments:
    made = LedgerEntry.objects.create(
        initiative=in_network(world), kind=LedgerEntry.Kind.KEEP, what="Vast contact"
    )
    return {"pk": made.pk}


def an_insight(world: World) -> Insight:
    return Insight.objects.create(
        organisation=world.noord, found_in="network", kind="insight", what="Eerst kijken helpt."
    )


def insight(world: World) -> Arguments:
    return {"pk": an_insight(world).pk}


def alarm_answer(world: World) -> Arguments:
    today = date(2026, 3, 2)
    made = AlarmAnswer.objects.create(
        organisation=world.noord, team=world.teams["Intake"], way="try", words="x", until=today
    )
    return {"pk": made.pk}


def start_order(world: World) -> Arguments:
    made = StartOrder.objects.create(
        organisation=world.noord, what="Ruimte", first=date(2026, 9, 7), weeks_between=6
    )
    return {"pk": made.pk}


def alarm(world: World) -> Arguments:
    return {"pk": world.teams["Intake"].pk}


def a_log(world: World) -> EventLog:
    return EventLog.objects.create(organisation=world.noord, name="Orders")


def log(world: World) -> Arguments:
    return {"pk": a_log(world).pk}


def promise(world: World) -> Arguments:
    made = Promise.objects.create(
        organisation=world.noord, log=a_log(world), name="Snel", within_hours=48, share=0.9
    )
    return {"pk": made.pk}


def consent(world: World) -> Arguments:
    made = Consent.objects.create(
        organisation=world.noord, by="works_council", on=date(2026, 1, 5), scope="Orders"
    )
    return {"pk": made.pk}


def session(world: World) -> Arguments:
    made = begin(organisation=world.noord, guide=world.gijs, tensions=[a_tension(world.noord)])
    return {"pk": made.pk}


def closed_session(world: World) -> Arguments:
    made = session(world)
    close(session=Session.objects.get(pk=made["pk"]))
    return made


def tension_in_session(world: World) -> Arguments:
    return {**session(world), "place": 1}


def counts_in_session(world: World) -> Arguments:
    made = begin(
        organisation=world.noord,
        guide=world.gijs,
        tensions=[a_tension(world.noord)],
        way=Way.PAPER,
    )
    made.topics.get().rounds.create(number=1)
    return {"pk": made.pk, "place": 1, "number": 1}


def step(world: World) -> Arguments:
    initiative = an_initiative(world, "renewal", "analyse")
    return {"pk": initiative.pk, "step": initiative.steps.create(what="Bellen").pk}


def search(world: World) -> Arguments:
    return {"pk": a_search(world.noord).pk}


def finding(world: World) -> Arguments:
    return {"pk": a_finding(world.noord).pk}


def opinion(world: World) -> Arguments:
    made = Opinion.objects.create(
        finding=a_finding(world.noord), membership=world.mia, kind="doubt", words="Nee."
    )
    return {"pk": made.pk}


def finding_to_try(world: World) -> Arguments:
    return {**finding(world), "initiative": in_network(world).pk}


def room_of_team(world: World) -> Arguments:
    return {"pk": with_people(world.teams["Intake"]).pk}


def agreement(world: World) -> Arguments:
    return {"pk": agreed(with_people(world.teams["Intake"])).pk}


def study(world: World) -> Arguments:
    return {"pk": studied(a_promise(world), FOUND).pk}


def win(world: World) -> Arguments:
    return {"pk": Win.objects.create(organisation=world.noord, title="Gelukt").pk}


def partner(world: World) -> Arguments:
    return {"pk": Partner.objects.create(organisation=world.noord, name="West").pk}


def meeting(world: World) -> Arguments:
    met = Partner.objects.get(pk=partner(world)["pk"])
    return {"pk": met.meetings.create(said="Goed").pk}


def guest(world: World) -> Arguments:
    made = Guest.objects.create(
        organisation=world.noord,
        initiative=in_network(world),
        email="gast@west.example",
        token_hash=secrets.token_hex(),
    )
    return {"pk": made.pk}


def readiness(world: World) -> Arguments:
    made = Conversation.objects.create(organisation=world.noord)
    made.replies.create(question="why", ready="not_yet")
    return {"pk": made.pk}


def reply(world: World) -> Arguments:
    return {**readiness(world), "question": "why"}


def photographed(world: World) -> Arguments:
    made = Win(organisation=world.noord, title="Gelukt")
    made.photo.save("x.jpg", ContentFile(b"x"))
    return {"pk": made.pk}


def barrier(world: World) -> Arguments:
    return {"pk": Barrier.objects.create(organisation=world.noord, what="Een slot").pk}


def build_table(world: World) -> Arguments:
    made = tables.start(
        organisation=world.noord,
        name="Een bestelling",
        laid={
            "bricks": {
                "1": {"label": "Aanvraag", "kind": "golden_moment", "order": 1},
                "2": {"label": "Leveren", "order": 2},
            },
            "links": {"1": {"from": "1", "to": "2", "kind": "missing"}},
        },
    )
    return {"pk": made.pk}


def removed_build_table(world: World) -> Arguments:
    found = build_table(world)
    tables.remove(table=Table.objects.get(pk=found["pk"]))
    return found


def version_of_table(world: World) -> Arguments:
    found = build_table(world)
    kept = Version.objects.filter(table=found["pk"]).latest("pk")
    return found | {"version": kept.pk}


def photo_of_table(world: World) -> Arguments:
    found = build_table(world)
    photo = Photo(table_id=found["pk"], key="1", width=1, height=1)
    photo.file.save("1.jpg", ContentFile(b"jpeg"))
    return found | {"photo": 1}


def brick_to_try(world: World) -> Arguments:
    return build_table(world) | {"brick": 1, "initiative": in_network(world).pk}


def agreed_way(world: World) -> Arguments:
    made = ways.agree(
        organisation=world.noord, way=None, name="Zo werken we", document={}, agreed_by="intake"
    )
    return {"pk": made.way_id}


def and_one(make: Make, name: str) -> Make:
    """Add a second key, for routes that are only posted to."""
    return lambda world: {**make(world), name: 1}


GROUPS: list[tuple[Make, str]] = [
    (team, "organisation:team organisation:team_remove"),
    (member, "organisation:member organisation:member_remove"),
    (
        invitation,
        "organisation:invite_again organisation:invite_withdraw organisation:invite_put_back",
    ),
    (
        tension,
        """
        tensions:detail tensions:choose tensions:recognise tensions:edit tensions:withdraw
        tensions:bring_back
        """,
    ),
    (and_one(tension, "choice"), "tensions:choose_undo"),
    (
        session,
        """
        sessions:guide sessions:screen sessions:qr sessions:state sessions:move sessions:pause
        sessions:more_time sessions:lock sessions:open sessions:close sessions:paper
        """,
    ),
    (closed_session, "sessions:report"),
    (tension_in_session, "sessions:decide sessions:decide_undo"),
    (counts_in_session, "sessions:counts"),
    (
        in_hierarchy,
        """
        hierarchy:detail hierarchy:change hierarchy:move hierarchy:stop hierarchy:resume
        hierarchy:look hierarchy:step_add
        """,
    ),
    (and_one(in_hierarchy, "happening"), "hierarchy:undo"),
    (and_one(in_hierarchy, "look"), "hierarchy:look_undo"),
    (
        step,
        """
        hierarchy:step hierarchy:step_as_it_was hierarchy:step_done hierarchy:step_remove
        hierarchy:step_put_back
        """,
    ),
    (
        network,
        """
        network:detail network:frame network:move network:close network:stop network:resume
        network:join network:leave network:accept network:call network:experiment_new
        network:ledger_add
        """,
    ),
    (and_one(network, "happening"), "network:undo"),
    (and_one(network, "number"), "network:close_undo network:resume_undo"),
    (and_one(network, "kept"), "network:rejoin"),
    (joining, "network:agree network:agree_undo network:propose network:propose_undo"),
    (call, "network:call_close network:call_reopen"),
    (
        experiment,
        """
        network:experiment network:experiment_plan network:experiment_edit network:experiment_remove
        network:experiment_put_back network:experiment_begin network:experiment_not_begun
        network:experiment_learn network:experiment_unlearn network:experiment_again
        """,
    ),
    (in_hierarchy, "effects:new"),
    (
        win,
        """
        wins:detail wins:edit wins:withdraw wins:put_back wins:celebrate wins:celebrate_undo
        """,
    ),
    (photographed, "wins:photo"),
    (
        partner,
        """
        partnerships:detail partnerships:edit partnerships:withdraw partnerships:put_back
        partnerships:stage partnerships:together partnerships:meeting_new
        """,
    ),
    (and_one(partner, "step"), "partnerships:stage_undo"),
    (and_one(partner, "experiment"), "partnerships:together_undo"),
    (meeting, "partnerships:meeting_withdraw partnerships:meeting_put_back"),
    (network, "partnerships:guest_invite"),
    (guest, "partnerships:guest_out partnerships:guest_in"),
    (
        readiness,
        """
        partnerships:ready_detail partnerships:ready_withdraw partnerships:ready_put_back
        """,
    ),
    (reply, "partnerships:ready_tension partnerships:ready_explore"),
    (
        barrier,
        """
        wins:barrier_edit wins:barrier_remove wins:barrier_stands wins:barrier_withdraw
        wins:barrier_put_back
        """,
    ),
    (
        a_plan,
        """
        effects:plan effects:change effects:fix effects:withdraw effects:put_back effects:again
        """,
    ),
    (ledger_entry, "network:ledger_edit network:ledger_remove network:ledger_put_back"),
    (
        insight,
        """
        exchange:insight exchange:insight_edit exchange:offer exchange:answer exchange:use
        exchange:check
        """,
    ),
    (and_one(insight, "passage"), "exchange:take_back"),
    (alarm_answer, "exchange:alarm_take_back exchange:alarm_put_back"),
    (a_plan, "exchange:alarm_promise"),
    (alarm, "exchange:alarm_room"),
    (
        start_order,
        """
        exchange:together_order exchange:together_order_remove exchange:together_order_put_back
        """,
    ),
    (and_one(insight, "look"), "exchange:take_back_check"),
    (
        log,
        """
        evidence:log evidence:columns evidence:progress evidence:cancel evidence:log_change
        evidence:log_remove evidence:promise_add evidence:map evidence:map_svg evidence:map_csv
        evidence:map_excel evidence:cases evidence:cases_csv evidence:cases_excel
        evidence:report evidence:kept evidence:kept_file evidence:source evidence:source_read
        evidence:source_leave evidence:more evidence:more_stop
        """,
    ),
    (and_one(log, "case"), "evidence:case"),
    (
        promise,
        """
        evidence:promise evidence:promise_change evidence:promise_again evidence:promise_remove
        evidence:promise_restore evidence:promise_download evidence:promise_excel
        """,
    ),
    (room_of_team, "room:team room:propose"),
    (
        agreement,
        """
        room:agree room:agree_undo room:decline room:decline_undo room:end room:end_undo room:tell
        """,
    ),
    (and_one(agreement, "kept"), "room:tell_undo"),
    (promise, "room:promise room:ask"),
    (study, "room:stop"),
    (consent, "evidence:consent_withdraw evidence:consent_restore"),
    (
        search,
        """
        patterns:search patterns:good patterns:again patterns:stop patterns:remove
        patterns:restore patterns:search_csv
        """,
    ),
    (
        finding,
        """
        patterns:finding patterns:sheet patterns:finding_csv patterns:build_table patterns:say
        patterns:try patterns:begin
        """,
    ),
    (opinion, "patterns:unsay patterns:say_after_all"),
    (finding_to_try, "patterns:card"),
    (log, "patterns:ask"),
    (
        build_table,
        """
        tables:table tables:undo tables:script tables:add tables:history tables:photo
        tables:photo_away tables:change tables:remove tables:agree
        """,
    ),
    (removed_build_table, "tables:put_back"),
    (
        and_one(build_table, "brick"),
        """
        tables:brick tables:brick_move tables:brick_link tables:insight tables:improve tables:try
        """,
    ),
    (and_one(and_one(build_table, "brick"), "verb"), "tables:brick_do"),
    (brick_to_try, "tables:card"),
    (and_one(build_table, "link"), "tables:link tables:link_away tables:tension"),
    (version_of_table, "tables:version tables:restore"),
    (photo_of_table, "tables:photo_file"),
    (finding, "tables:from_pattern"),
    (agreed_way, "ways:detail"),
    (and_one(agreed_way, "number"), "ways:version ways:take_back ways:put_back"),
]
OBJECTS: dict[str, Make] = {route: make for make, routes in GROUPS for route in routes.split()}

# Routes where the room narrows the table to who carries the one thing asked for: its author, those
# who joined, or the lead of its team. Elsewhere, everyone in the table gets in.
NARROWED = {
    "effects:change",
    "effects:new",
    "effects:withdraw",
    "hierarchy:change",
    "hierarchy:look",
    "hierarchy:step",
    "hierarchy:stop",
    "network:call",
    "network:close",
    "network:experiment_edit",
    "network:experiment_learn",
    "network:experiment_new",
    "network:experiment_plan",
    "network:frame",
    "network:ledger_add",
    "network:ledger_edit",
    "network:resume",
    "network:stop",
    "partnerships:guest_invite",
    "patterns:card",
    "room:end",
    "room:propose",
    "tables:card",
    "tensions:edit",
}

# A session that runs exists for whoever guides it, and for administrators; others find nothing.
HIDDEN = {route for route in OBJECTS if route.startswith("sessions:")} - {"sessions:report"}
