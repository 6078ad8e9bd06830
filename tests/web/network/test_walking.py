"""Moving along the loop, and taking a move back."""

import pytest

from beide.web.initiatives import actions as initiatives
from tests.web.conftest import As
from tests.web.network.loops import explore, joined, post, text, undo, url
from tests.web.people import World


def test_stages_are_an_ordered_list_with_the_current_marked(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    initiatives.move(initiative=initiative, stage="discover")
    page = text(signed_in(world.mia).get(url("detail", initiative.pk)))
    loop = page[page.index('<ol class="circuit__stages"') : page.index("</ol>")]
    assert loop.count("<li") == 3
    assert loop.count('aria-current="step"') == 1
    assert loop.index("explore") < loop.index("here now") < loop.index("learn")


def test_who_joined_moves_it_and_takes_it_back(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    joined(initiative, world.mia)
    mia = signed_in(world.mia)
    page = post(mia, "move", initiative.pk, stage="discover")
    initiative.refresh_from_db()
    assert initiative.stage == "discover"
    assert "You are at “discover” now." in text(page)
    undo(mia, page)
    initiative.refresh_from_db()
    assert initiative.stage == "explore"


@pytest.mark.parametrize(
    ("who", "status"), [("mia", 403), ("lex", 403), ("gijs", 200), ("anna", 200)]
)
def test_only_who_carries_it_moves_it(world: World, signed_in: As, who: str, status: int) -> None:
    initiative = explore(world.noord)
    browser = signed_in(world.people[who])
    assert post(browser, "move", initiative.pk, stage="learn").status_code == status
    initiative.refresh_from_db()
    assert initiative.stage == ("learn" if status == 200 else "explore")


def test_page_says_why_not(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    page = text(signed_in(world.mia).get(url("detail", initiative.pk)))
    assert "People who take part, guides and administrators move it along." in page
    assert "Go on to" not in page


def test_unknown_stage_is_refused_in_words(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    page = post(signed_in(world.gijs), "move", initiative.pk, stage="execute")
    assert "Choose a stage of the loop." in text(page)
    initiative.refresh_from_db()
    assert initiative.stage == "explore"


def test_old_move_is_not_taken_back(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    gijs = signed_in(world.gijs)
    first = post(gijs, "move", initiative.pk, stage="discover")
    post(gijs, "move", initiative.pk, stage="learn")
    assert "Something else has happened since." in text(undo(gijs, first))
    initiative.refresh_from_db()
    assert initiative.stage == "learn"


def test_happening_of_another_initiative_is_not_found(world: World, signed_in: As) -> None:
    one, other = explore(world.noord), explore(world.noord)
    moved = initiatives.move(initiative=other, stage="discover")
    assert moved
    assert post(signed_in(world.gijs), "undo", one.pk, moved.pk).status_code == 404


def test_hierarchy_is_not_found_here(world: World, signed_in: As) -> None:
    from beide.change import Form

    initiative = initiatives.start(organisation=world.noord, form=Form.RENEWAL, title="A board")
    assert signed_in(world.mia).get(url("detail", initiative.pk)).status_code == 404
