"""On paper: cards to print, counts that must add up, and a picture from them."""

from beide import reflect
from beide.reflect import Dimension
from beide.web.team_sessions import actions
from beide.web.team_sessions.models import Round, Session, Step, Way
from beide.web.team_sessions.paper_set import ON_A_CARD, on_cards
from beide.web.tensions.models import Tension
from tests.web.conftest import As
from tests.web.people import World
from tests.web.team_sessions.made import go
from tests.web.team_sessions.pages import inside, stands_at, words


def on_paper(world: World) -> Session:
    tension = Tension.objects.create(organisation=world.noord, what="Dit past niet.", origin="ai")
    return actions.begin(
        organisation=world.noord, guide=world.gijs, tensions=[tension], way=Way.PAPER
    )


def ticks(people: int = 12) -> dict[str, str]:
    """Return counts in which everyone sees change."""
    sent = {"people": str(people)}
    for statement in on_cards():
        sent[f"{statement.key}_{1 if statement.reversed else 5}"] = str(people)
    return sent


def test_a_card_has_anchors_both_dimensions_and_both_ways_round() -> None:
    chosen = on_cards()
    assert len({each.key for each in chosen}) == ON_A_CARD
    assert {each.key for each in reflect.bank().statements if each.anchor} <= {
        each.key for each in chosen
    }
    for dimension in Dimension:
        own = [each for each in chosen if each.dimension is dimension]
        assert len(own) == ON_A_CARD // 2
        assert 1 <= sum(each.reversed for each in own) < len(own)


def test_two_cards_on_a_page_in_the_language_asked_for(world: World, signed_in: As) -> None:
    guide, session = signed_in(world.gijs), on_paper(world)
    for language in ("nl", "en"):
        page = words(guide.get(inside(session, f"cards/?in={language}")).content)
        for statement in on_cards():
            text = statement.text.in_language(language).replace("'", "&#x27;")
            assert page.count(text) == 2
        assert page.count('class="paper-card"') == 2


def test_nobody_joins_a_session_on_paper_by_phone(world: World, signed_in: As) -> None:
    session = on_paper(world)
    assert session.code is None
    page = words(signed_in(world.gijs).get(inside(session)).content)
    assert "Print the cards" in page
    assert "QR" not in page


def test_the_guide_says_nothing_about_phones(world: World, signed_in: As) -> None:
    session, guide = on_paper(world), signed_in(world.gijs)
    go(session, Step.ANSWER)
    page = words(guide.get(inside(session)).content)
    assert "Tick one box on every row" in page
    assert "statements on your phone" not in page


def test_counts_make_a_picture(world: World, signed_in: As) -> None:
    session, guide = on_paper(world), signed_in(world.gijs)
    go(session, Step.ANSWER)
    assert inside(session, "counts/1/1/") in words(guide.get(inside(session)).content)
    page = guide.post(inside(session, "counts/1/1/"), ticks(), follow=True)
    assert "The counts are in." in words(page.content)
    go(session, Step.PICTURE)
    shown = words(guide.get(inside(session)).content)
    assert "From 12 people." in shown
    assert "Innovation" in shown


def test_a_row_with_more_ticks_than_cards_says_so_and_loses_nothing(
    world: World, signed_in: As
) -> None:
    session, guide = on_paper(world), signed_in(world.gijs)
    go(session, Step.ANSWER)
    first = on_cards()[0]
    sent = ticks() | {f"{first.key}_3": "2"}
    page = words(guide.post(inside(session, "counts/1/1/"), sent).content)
    assert "You counted 14 ticks here, and there are 12 cards." in page
    assert f'name="{first.key}_3" value="2"' in page
    assert Round.objects.get().counts is None


def test_an_empty_page_says_what_is_missing(world: World, signed_in: As) -> None:
    session, guide = on_paper(world), signed_in(world.gijs)
    go(session, Step.ANSWER)
    page = words(guide.post(inside(session, "counts/1/1/"), {"people": ""}).content)
    assert "Write how many cards there were." in page
    page = words(guide.post(inside(session, "counts/1/1/"), {"people": "6"}).content)
    assert "Nothing is counted yet." in page


def test_counts_can_be_changed_until_the_picture_is_shown(world: World, signed_in: As) -> None:
    session, guide = on_paper(world), signed_in(world.gijs)
    go(session, Step.ANSWER)
    guide.post(inside(session, "counts/1/1/"), ticks(9))
    assert 'name="people" value="9"' in words(guide.get(inside(session, "counts/1/1/")).content)
    go(session, Step.PICTURE)
    page = guide.post(inside(session, "counts/1/1/"), ticks(12), follow=True)
    assert "so its counts stay as they are" in words(page.content)
    counts = Round.objects.get().counts
    assert counts is not None
    assert counts["people"] == 9


def test_fewer_cards_than_it_takes_stay_covered(world: World, signed_in: As) -> None:
    session, guide = on_paper(world), signed_in(world.gijs)
    go(session, Step.ANSWER)
    guide.post(inside(session, "counts/1/1/"), ticks(4))
    go(session, Step.PICTURE)
    page = words(guide.get(inside(session)).content)
    assert "The picture stays covered" in page
    assert "<image href" not in page


def test_there_is_nothing_to_count_in_a_session_with_phones(world: World, signed_in: As) -> None:
    session = on_paper(world)
    Session.objects.update(way=Way.PHONES)
    go(session, Step.ANSWER)
    assert signed_in(world.gijs).get(inside(session, "counts/1/1/")).status_code == 404


def test_nothing_is_revealed_before_it_is_counted(world: World, signed_in: As) -> None:
    session, guide = on_paper(world), signed_in(world.gijs)
    go(session, Step.ANSWER)
    sent = {"to": "1-picture", "version": session.version}
    page = words(guide.post(inside(session, "move/"), sent, follow=True).content)
    assert "Fill in the counts first." in page
    assert stands_at(session) == "1-answer"
    assert Round.objects.get().shown is None
