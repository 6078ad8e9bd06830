"""Over sockets: answers get in, counts come along, and nobody else hears anything."""

import asyncio

import pytest
from asgiref.sync import sync_to_async

from beide.web.live.hubs import hubs
from beide.web.team_sessions import actions
from beide.web.team_sessions.models import Answer, Step
from tests.web.people import make_world
from tests.web.team_sessions.made import Phone, a_session, go
from tests.web.team_sessions.sockets import (
    Socket,
    closed_with,
    live,
    of_guide,
    of_phone,
    opened,
    signed_in,
)

pytestmark = pytest.mark.django_db(transaction=True)
make = sync_to_async(make_world)
begin = sync_to_async(a_session)
move = sync_to_async(go)
join = sync_to_async(Phone)
sign_in = sync_to_async(signed_in)


async def answered(socket: Socket, phone: Phone, value: object = "4") -> dict[str, object]:
    """Answer over the socket what is asked now; return what comes back."""
    now = await sync_to_async(lambda: phone.now)()
    assert now is not None
    assert now.statement is not None
    await socket.say(
        do="answer",
        id=now.position,
        place=now.place,
        round=now.round,
        position=now.position,
        statement=now.statement.key,
        value=value,
    )
    told: dict[str, object] = await socket.hear("taken")
    return told


@live
async def test_an_answer_is_in_the_database_when_it_is_acknowledged() -> None:
    session = await begin(await make())
    await move(session, Step.ANSWER)
    phone = await join(session)
    async with opened(*of_phone(session, phone.secret)) as socket:
        told = await answered(socket, phone)
        assert told["taken"] == "new"
        assert told["id"] == 0
        assert await Answer.objects.acount() == 1


@live
async def test_what_does_not_fit_is_told_and_not_kept() -> None:
    session = await begin(await make())
    await move(session, Step.ANSWER)
    phone = await join(session)
    async with opened(*of_phone(session, phone.secret)) as socket:
        assert (await answered(socket, phone, "9"))["taken"] == "wrong"
        await socket.say(do="something else")
        await socket.send(text="no json")
        await socket.send(text="[1]")
        await socket.send(text='"' + "x" * 5000 + '"')
        await socket.send(raw=b"\x00")
        assert (await answered(socket, phone))["taken"] == "new"
        assert await Answer.objects.acount() == 1


@live
async def test_an_answer_is_taken_back() -> None:
    session = await begin(await make())
    await move(session, Step.ANSWER)
    phone = await join(session)
    async with opened(*of_phone(session, phone.secret)) as socket:
        await answered(socket, phone)
        spot = {"do": "back", "place": 1, "round": 1, "position": 0}
        await socket.say(**spot)
        assert (await socket.hear("taken"))["taken"] == "back"
        await socket.say(**spot)
        assert (await socket.hear("taken"))["taken"] == "stale"
        assert not await Answer.objects.aexists()


@live
async def test_everyone_follows_the_guide() -> None:
    session = await begin(await make())
    phone = await join(session)
    async with opened(*of_phone(session, phone.secret)) as socket:
        first = await socket.hear("state")
        assert (first["page"], first["in"]) == ("1-welcome-0", 1)
        assert "agreed" not in first
        await move(session, Step.TENSION)
        assert (await socket.hear("state"))["page"] == "1-tension-0"
        await sync_to_async(actions.close)(session=session)
        assert (await socket.hear("state"))["page"] == "over"


@live
async def test_the_guide_sees_how_many_are_in_and_ready() -> None:
    world = await make()
    session = await begin(world)
    await move(session, Step.ANSWER)
    phone = await join(session)
    async with opened(*of_guide(session, await sign_in(world.gijs))) as guide:
        assert (await guide.hear("state"))["ready"] == 0
        await sync_to_async(phone.answer_all)()
        state = await guide.state("ready", 1)
        assert state["in"] == 1
        await join(session)
        assert (await guide.state("in", 2))["ready"] == 1


@live
async def test_whoever_has_no_business_hears_nothing() -> None:
    world = await make()
    session, other = await begin(world), await begin(world)
    phone = await join(session)
    assert await closed_with(*of_phone(session, "")) == 4404
    assert await closed_with(*of_phone(other, phone.secret)) == 4404
    assert await closed_with("/s/NOSUCH/live/", {}) == 4404
    for name in ("otto", "mia", "cora"):
        client = await sign_in(world.people[name])
        assert await closed_with(*of_guide(session, client)) == 4404
    assert await closed_with(f"/o/noord/sessions/{session.pk}/live/", {}) == 4404


@live
async def test_a_page_of_another_site_opens_no_socket() -> None:
    session = await begin(await make())
    phone = await join(session)
    socket = Socket(*of_phone(session, phone.secret), origin=b"http://elsewhere.example")
    assert not await socket.connect()
    nowhere = Socket("/nowhere/", {})
    assert not await nowhere.connect()


@live
async def test_a_group_is_listened_for_once_and_no_longer_than_it_is_watched() -> None:
    session = await begin(await make())
    one, other = await join(session), await join(session)
    async with (
        opened(*of_phone(session, one.secret)) as first,
        opened(*of_phone(session, other.secret)) as second,
    ):
        await asyncio.gather(first.hear("state"), second.hear("state"))
        assert len(hubs) == 1
    assert hubs == {}


@live
async def test_two_tabs_of_one_phone_answer_once() -> None:
    session = await begin(await make())
    await move(session, Step.ANSWER)
    phone = await join(session)
    async with (
        opened(*of_phone(session, phone.secret)) as one,
        opened(*of_phone(session, phone.secret)) as other,
    ):
        now = await sync_to_async(lambda: phone.now)()
        assert now is not None
        assert now.statement is not None
        spot = {"place": 1, "round": 1, "position": 0, "statement": now.statement.key}
        await one.say(do="answer", value="4", **spot)
        assert (await one.hear("taken"))["taken"] == "new"
        await other.say(do="answer", value="4", **spot)
        assert (await other.hear("taken"))["taken"] == "already"
        await other.say(do="answer", value="1", **spot)
        told = await other.hear("taken")
        assert told["taken"] == "stale"
        assert now.statement.key not in told["html"]
        # Each goes on from where the other was, in turn.
        for tab in (one, other, one):
            assert (await answered(tab, phone))["taken"] == "new"
    assert await Answer.objects.acount() == 4


@live
async def test_a_guide_on_another_laptop_finds_the_session_as_it_is() -> None:
    world = await make()
    session = await begin(world)
    client = await sign_in(world.gijs)
    async with opened(*of_guide(session, client)) as lost:
        assert (await lost.hear("state"))["page"] == "1-welcome-0"
    await move(session, Step.TENSION)
    async with opened(*of_guide(session, client)) as found:
        assert (await found.hear("state"))["page"] == "1-tension-0"


@live
async def test_what_is_sent_back_is_of_the_moment_it_is_now() -> None:
    session = await begin(await make())
    phone, other = await join(session), await join(session)
    async with opened(*of_phone(session, phone.secret)) as socket:
        await socket.hear("state")
        await move(session, Step.ANSWER)
        html = str((await answered(socket, phone))["html"])
        assert 'data-page="1-answer-1"' in html
        await sync_to_async(other.answer_all)()
        while 'name="statement"' in html:
            html = str((await answered(socket, phone))["html"])
        assert '<strong data-count="ready">2</strong>' in html
