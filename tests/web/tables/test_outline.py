"""The whole table by its list: lay, move, link, keep, take away, undo, and go back in time."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from beide.web.tables import actions, document
from beide.web.tables.models import Table, Version
from tests.web.conftest import As
from tests.web.people import World


@pytest.fixture
def table(world: World) -> Table:
    return actions.start(
        organisation=world.noord,
        name="Een bestelling",
        laid={
            "bricks": {
                "a": {"label": "Aanvraag", "order": 1},
                "b": {"label": "Meten", "order": 2},
                "c": {"label": "Leveren", "kind": "golden_moment", "order": 3},
            },
            "links": {"l": {"from": "a", "to": "b", "kind": "next"}},
        },
    )


def order(table: Table) -> list[str]:
    return [brick.label for brick in document.read(table).bricks]


def post(browser: Client, table: Table, way: str, **data: str) -> int:
    return browser.post(f"/o/noord/tables/{table.pk}/{way}", data).status_code


def test_bricks_are_laid_and_moved(world: World, signed_in: As, table: Table) -> None:
    browser = signed_in(world.mia)
    assert post(browser, table, "bricks/add/", kind="waiting", label="Wachten", on="b") == 302
    assert order(table) == ["Aanvraag", "Meten", "Wachten", "Leveren"]
    post(browser, table, "bricks/c/do/up/")
    assert order(table) == ["Aanvraag", "Leveren", "Meten", "Wachten"]
    form = {"move-how": "on", "move-other": "a"}
    browser.post(f"/o/noord/tables/{table.pk}/bricks/b/move/", form)
    assert [(brick.label, brick.depth) for brick in document.read(table).bricks] == [
        ("Aanvraag", 0),
        ("Meten", 1),
        ("Wachten", 2),
        ("Leveren", 0),
    ]
    answer = browser.post(
        f"/o/noord/tables/{table.pk}/bricks/a/move/", {"move-how": "on", "move-other": "b"}
    )
    assert "That brick lies on this one." in answer.content.decode()


def test_undo_is_per_person_and_leaves_what_others_changed(
    world: World, signed_in: As, table: Table
) -> None:
    mia, ben = signed_in(world.mia), signed_in(world.ben)
    post(mia, table, "bricks/a/do/away/")
    post(ben, table, "bricks/b/", label="Thuis meten", kind="step")
    assert order(table) == ["Thuis meten", "Leveren"]
    post(mia, table, "undo/")
    assert order(table) == ["Aanvraag", "Thuis meten", "Leveren"]
    post(mia, table, "bricks/b/", label="Samen meten", kind="step")
    post(ben, table, "undo/")
    assert order(table)[1] == "Samen meten"


def test_a_link_is_made_and_brought_in_as_a_tension(
    world: World, signed_in: As, table: Table
) -> None:
    browser = signed_in(world.mia)
    form = {"link-to": "c", "link-kind": "missing", "link-label": "bellen"}
    browser.post(f"/o/noord/tables/{table.pk}/bricks/b/link/", form)
    (made,) = [link for link in document.read(table).links if link.kind == "missing"]
    page = browser.get(f"/o/noord/tables/{table.pk}/links/{made.id}/tension/").content.decode()
    assert "Between “Meten” and “Leveren” a link is missing. bellen" in page


def test_a_version_comes_back_and_what_was_done_since_can_be_undone(
    world: World, signed_in: As, table: Table
) -> None:
    browser = signed_in(world.mia)
    post(browser, table, "history/", name="Na de eerste middag")
    kept = Version.objects.get(name="Na de eerste middag")
    post(browser, table, "bricks/a/do/away/")
    post(browser, table, "bricks/add/", kind="step", label="Later")
    post(browser, table, f"history/{kept.pk}/restore/")
    assert order(table) == ["Aanvraag", "Meten", "Leveren"]
    post(browser, table, "undo/")
    assert order(table) == ["Meten", "Leveren", "Later"]


def test_a_photo_that_is_none_is_refused_in_words(
    world: World, signed_in: As, table: Table
) -> None:
    answer = signed_in(world.mia).post(
        f"/o/noord/tables/{table.pk}/photo/", {"photo": SimpleUploadedFile("a.jpg", b"geen foto")}
    )
    assert "is not a photo that Beide can read" in answer.content.decode()
    assert document.read(table).about.photo == ""


def test_a_table_becomes_an_agreed_way_that_does_not_change(
    world: World, signed_in: As, table: Table
) -> None:
    browser = signed_in(world.mia)
    post(browser, table, "agree/", name="Zo leveren we", agreed_by="intake en passen")
    post(browser, table, "bricks/b/", label="Thuis meten", kind="step")
    post(browser, table, "agree/", name="Zo leveren we", agreed_by="intake en passen")
    table.refresh_from_db()
    page = browser.get(f"/o/noord/ways/{table.way_id}/").content.decode()
    assert "“Meten” is now called “Thuis meten”." in page
    assert "Thuis meten" not in browser.get(f"/o/noord/ways/{table.way_id}/1/").content.decode()


def test_the_page_asks_few_questions_and_speaks_dutch(
    world: World,
    signed_in: As,
    table: Table,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    browser = signed_in(world.mia, language="nl")
    with django_assert_max_num_queries(15):
        page = browser.get(f"/o/noord/tables/{table.pk}/").content.decode()
    assert "3 stenen op de tafel" in page
    assert "gouden moment" in page
