"""Confirming, doubting and explaining in words, by role and never by name; with a way back."""

import io
import json
import zipfile
from typing import Any

from django.test import Client

from beide.web.patterns.models import Opinion
from tests.web.conftest import As
from tests.web.patterns.found import a_finding
from tests.web.people import World

SAID = {"kind": "doubt", "words": "Het formulier komt vaak later.", "role": "adviseur"}


def test_words_are_kept_with_the_finding_under_a_role(
    world: World, mia: Client, signed_in: As
) -> None:
    finding = a_finding(world.noord)
    address = f"/o/noord/patterns/found/{finding.pk}/"
    assert mia.post(f"{address}say/", SAID)["Location"] == f"{address}#opinions"
    html = signed_in(world.ben).get(address).content.decode()
    assert "Het formulier komt vaak later." in html
    assert "adviseur" in html
    assert "doubts it" in html
    assert "Mia" not in html


def test_taking_back_and_putting_back(world: World, mia: Client) -> None:
    finding = a_finding(world.noord)
    address = f"/o/noord/patterns/found/{finding.pk}/"
    mia.post(f"{address}say/", SAID)
    opinion = Opinion.objects.get()
    mia.post(f"/o/noord/patterns/said/{opinion.pk}/take-back/")
    assert SAID["words"] not in mia.get(address).content.decode()
    mia.post(f"/o/noord/patterns/said/{opinion.pk}/put-back/")
    assert SAID["words"] in mia.get(address).content.decode()


def test_nobody_takes_back_what_another_said(world: World, mia: Client, signed_in: As) -> None:
    finding = a_finding(world.noord)
    mia.post(f"/o/noord/patterns/found/{finding.pk}/say/", SAID)
    opinion = Opinion.objects.get()
    for who in (world.ben, world.anna):
        browser = signed_in(who)
        take_back = browser.post(f"/o/noord/patterns/said/{opinion.pk}/take-back/")
        assert take_back.status_code == 404
    opinion.refresh_from_db()
    assert opinion.removed is None


def test_without_words_nothing_is_lost(world: World, mia: Client) -> None:
    finding = a_finding(world.noord)
    answer = mia.post(
        f"/o/noord/patterns/found/{finding.pk}/say/", {"kind": "confirm", "role": "planner"}
    )
    assert answer.status_code == 422
    assert 'value="planner"' in answer.content.decode()
    assert not Opinion.objects.exists()


def test_the_export_does_not_say_whose_words_they_are(
    world: World, mia: Client, signed_in: As
) -> None:
    finding = a_finding(world.noord)
    mia.post(f"/o/noord/patterns/found/{finding.pk}/say/", SAID)
    answer: Any = signed_in(world.anna).post("/o/noord/settings/export/")
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as archive:
        row = json.loads(archive.read("patterns.opinion.jsonl"))
    assert row["fields"]["words"] == SAID["words"]
    assert "membership" not in row["fields"]
