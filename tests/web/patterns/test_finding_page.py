"""Behind one finding: cases drawn, groups, time, examples, questions; on paper and taken away."""

import json

from django.test import Client

from tests.web.conftest import As
from tests.web.patterns.found import a_finding
from tests.web.people import World


def test_a_hundred_cases_are_drawn_and_said(world: World, mia: Client) -> None:
    finding = a_finding(world.noord)
    html = mia.get(f"/o/noord/patterns/found/{finding.pk}/").content.decode()
    assert html.count("dots__good") == 81 + 38
    assert html.count("dots__other") == 19 + 62
    assert "With the pattern 81 of 100 cases go well." in html
    assert "Of 100 comparable cases without it, 38 go well." in html


def test_small_groups_are_hidden_with_what_would_give_them_away(world: World, mia: Client) -> None:
    world.noord.threshold = 10
    world.noord.save()
    types = [
        {"name": "Bed", "cases": 300, "good": 250},
        {"name": "Stoel", "cases": 13, "good": 7},
        {"name": "Lift", "cases": 7, "good": 3},
    ]
    finding = a_finding(world.noord, by_type=types)
    html = mia.get(f"/o/noord/patterns/found/{finding.pk}/").content.decode()
    assert "Bed" in html
    assert "Stoel" not in html
    assert "Lift" not in html


def test_examples_are_codes_and_weeks(world: World, mia: Client) -> None:
    finding = a_finding(world.noord)
    html = mia.get(f"/o/noord/patterns/found/{finding.pk}/").content.decode()
    assert "<code>a1b2c3d4</code>" in html
    assert "week of 2 March 2026" in html


def test_three_questions_fit_what_the_pattern_is_about(world: World, mia: Client) -> None:
    waited = {"kind": "waited", "values": {"step": "Passen"}, "nl": "snel", "en": "soon"}
    finding = a_finding(world.noord, features=[waited])
    html = mia.get(f"/o/noord/patterns/found/{finding.pk}/").content.decode()
    assert "What does the work mostly wait for here?" in html
    assert "What has been prepared already when it does go smoothly?" in html
    assert "Think of a case in which this held" in html


def test_the_page_never_says_that_it_causes(world: World, signed_in: As) -> None:
    finding = a_finding(world.noord)
    for language, words in (
        ("en", (" causes", " caused", "leads to")),
        ("nl", ("veroorzaa", "leidt tot")),
    ):
        browser = signed_in(world.mia, language=language)
        html = browser.get(f"/o/noord/patterns/found/{finding.pk}/").content.decode().lower()
        assert not [word for word in words if word in html]


def test_the_sheet_for_the_wall_holds_one_finding_and_its_questions(
    world: World, mia: Client
) -> None:
    finding = a_finding(world.noord)
    html = mia.get(f"/o/noord/patterns/found/{finding.pk}/wall/").content.decode()
    assert "When form is &#x27;yes&#x27;, 8 of 10 cases are ready within 2 days" in html
    assert html.count("<li>Think of a case") == 1
    assert html.count('class="dots"') == 2


def test_bricks_for_the_build_table(world: World, mia: Client) -> None:
    feature = {
        "kind": "done_by",
        "values": {"step": "Passen", "role": "Planning"},
        "nl": "'Passen' door Planning",
        "en": "'Passen' by Planning",
    }
    finding = a_finding(world.noord, features=[feature])
    answer = mia.get(f"/o/noord/patterns/found/{finding.pk}/download/build-table.json")
    told = json.loads(answer.content)
    assert (told["format"], told["version"], told["language"]) == ("beide.build-table", 1, "en")
    bricks = {brick["id"]: brick for brick in told["bricks"]}
    assert bricks["golden"]["kind"] == "golden_moment"
    labels = {(brick["kind"], brick["label"]) for brick in bricks.values()}
    assert {("step", "Passen"), ("step", "Aanvraag"), ("role", "Balie")} <= labels
    joined = {
        (bricks[link["from"]]["label"], bricks[link["to"]]["label"], link["kind"])
        for link in told["links"]
    }
    assert ("Planning", "Passen", "does") in joined
    assert ("Aanvraag", "Passen", "next") in joined
    assert ("Balie", "Planning", "connection") in joined
    assert all(end in bricks for link in told["links"] for end in (link["from"], link["to"]))


def test_its_cases_as_a_table_leave_small_groups_out(world: World, mia: Client) -> None:
    finding = a_finding(world.noord, by_type=[{"name": "Lift", "cases": 4, "good": 3}])
    answer = mia.get(f"/o/noord/patterns/found/{finding.pk}/download/cases.csv")
    text = answer.content.decode("utf-8-sig")
    assert "Lift" not in text
    assert "role of the first step,Balie,320,260" in text
