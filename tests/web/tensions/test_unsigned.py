"""Without my name: nothing that is stored leads back to a person."""

import logging

import pytest
from django.core import serializers
from django.db import connection

from beide.web.tensions.models import Tension
from tests.web.conftest import As
from tests.web.people import World
from tests.web.tensions.made import FULL, bring

NEW = "/o/noord/tensions/new/"
UNSIGNED = {**FULL, "unsigned": "on"}


def stored() -> dict[str, set[str]]:
    """Return every row of every table that is not the tensions' own."""
    with connection.cursor() as cursor:
        names = [n for n in connection.introspection.table_names() if n != "tensions_tension"]
        rows: dict[str, set[str]] = {}
        for name in names:
            cursor.execute(f'SELECT * FROM "{name}"')
            rows[name] = {repr(row) for row in cursor.fetchall()}
    return rows


def test_only_the_tension_itself_is_stored(world: World, signed_in: As) -> None:
    client = signed_in(world.mia)
    client.get(NEW)
    before = stored()
    client.post(NEW, UNSIGNED)
    tension = Tension.objects.get()
    assert tension.author is None
    assert stored() == before


def test_no_moment_is_kept(world: World) -> None:
    text = serializers.serialize("json", [bring(world.mia, signed=False)])
    assert "T" not in text.split('"brought": "')[1].split('"')[0]
    assert "mia" not in text.lower()


def test_no_log_line_says_who(
    world: World, signed_in: As, caplog: pytest.LogCaptureFixture
) -> None:
    client = signed_in(world.mia)
    with caplog.at_level(logging.DEBUG):
        client.post(NEW, UNSIGNED)
    said = " ".join(record.getMessage() for record in caplog.records).lower()
    assert "tensions:new" in said
    for trace in ("mia", world.mia.person.email, "session", "127.0.0.1"):
        assert trace not in said


def test_the_page_says_so_before_and_after(world: World, signed_in: As) -> None:
    client = signed_in(world.mia)
    before = client.get(NEW).content.decode()
    assert "Bring it in without my name" in before
    assert "Nobody can change the text afterwards either, you neither." in before
    after = client.post(NEW, UNSIGNED, follow=True).content.decode()
    assert "Brought in without a name" in after
    assert "Your name is not kept anywhere." in after


@pytest.mark.parametrize("who", ["mia", "anna"])
def test_afterwards_nobody_can_edit_it(world: World, signed_in: As, who: str) -> None:
    tension = bring(world.mia, signed=False)
    client = signed_in(world.people[who])
    assert client.get(f"/o/noord/tensions/{tension.pk}/edit/").status_code == 403
    assert client.post(f"/o/noord/tensions/{tension.pk}/edit/", FULL).status_code == 403


def test_only_an_administrator_can_take_it_away(world: World, signed_in: As) -> None:
    tension = bring(world.mia, signed=False)
    address = f"/o/noord/tensions/{tension.pk}/withdraw/"
    assert signed_in(world.mia).post(address).status_code == 403
    assert signed_in(world.anna).post(address).status_code == 302
    tension.refresh_from_db()
    assert tension.withdrawn


def test_a_name_that_leaves_leaves_its_tension_unsigned(world: World) -> None:
    tension = bring(world.mia)
    world.mia.delete()
    tension.refresh_from_db()
    assert tension.author is None
