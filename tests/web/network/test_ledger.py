"""The ledger of a transition: let go, kept, begun."""

import pytest

from beide.change import Form
from beide.web.initiatives.models import Initiative
from beide.web.network import actions
from beide.web.network.models import LedgerEntry
from tests.web.conftest import As
from tests.web.network.loops import explore, joined, post, text, undo, url
from tests.web.people import World


@pytest.fixture
def initiative(world: World) -> Initiative:
    found = explore(world.noord)
    joined(found, world.mia)
    return found


def test_three_columns_say_what_they_are_for(
    world: World, signed_in: As, initiative: Initiative
) -> None:
    answer = signed_in(world.ben).get(url("detail", initiative.pk))
    assert [column.kind for column in answer.context["columns"]] == ["let_go", "keep", "begin"]
    assert "Thank it before you let it go." in text(answer)


def test_innovation_has_no_ledger(world: World, signed_in: As) -> None:
    innovation = explore(world.noord, form=Form.INNOVATION)
    gijs = signed_in(world.gijs)
    assert gijs.get(url("detail", innovation.pk)).context["columns"] is None
    assert post(gijs, "ledger_add", innovation.pk, kind="keep", what="Craft").status_code == 404


def test_line_is_written_and_taken_back(
    world: World, signed_in: As, initiative: Initiative
) -> None:
    mia = signed_in(world.mia)
    page = post(mia, "ledger_add", initiative.pk, kind="keep", what="The craft")
    assert "The craft" in text(page)
    removed = undo(mia, page)
    assert not initiative.ledger.exists()
    assert "The craft" not in text(removed)
    undo(mia, removed)
    assert initiative.ledger.get().what == "The craft"


def test_line_is_said_differently(world: World, signed_in: As, initiative: Initiative) -> None:
    entry = actions.note(initiative=initiative, kind="keep", what="The craft")
    post(signed_in(world.mia), "ledger_edit", entry.pk, kind="begin", what="A new craft")
    entry.refresh_from_db()
    assert (entry.kind, entry.what) == ("begin", "A new craft")


@pytest.mark.parametrize("data", [{"kind": "keep", "what": ""}, {"kind": "sell", "what": "It"}])
def test_half_a_line_is_asked_again(
    world: World, signed_in: As, initiative: Initiative, data: dict[str, str]
) -> None:
    answer = post(signed_in(world.mia), "ledger_add", initiative.pk, **data)
    assert answer.status_code == 422
    assert not LedgerEntry.objects.exists()


def test_who_does_not_take_part_only_reads(
    world: World, signed_in: As, initiative: Initiative
) -> None:
    entry, ben = actions.note(initiative=initiative, kind="keep", what="The craft"), world.ben
    browser = signed_in(ben)
    assert "The craft" in text(browser.get(url("detail", initiative.pk)))
    assert post(browser, "ledger_add", initiative.pk, kind="keep", what="X").status_code == 403
    assert post(browser, "ledger_edit", entry.pk, kind="keep", what="X").status_code == 403
    assert post(browser, "ledger_remove", entry.pk).status_code == 403


def test_line_of_elsewhere_is_not_found(world: World, signed_in: As) -> None:
    theirs = actions.note(initiative=explore(world.zuid), kind="keep", what="Theirs")
    assert signed_in(world.anna).get(url("ledger_edit", theirs.pk)).status_code == 404
