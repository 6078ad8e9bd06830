"""The check report in plain words, and what is kept of a file for the council."""

from pathlib import Path

import pytest
from django.test import Client

from beide.web.evidence.checks import blocks
from beide.web.evidence.models import EventLog
from tests.web.conftest import As
from tests.web.evidence.logs import ready_log, routes
from tests.web.people import World


@pytest.fixture
def unfinished(world: World, tmp_path: Path) -> EventLog:
    """A log in which the last forty cases stop after their first step."""
    lines = routes().splitlines()
    open_ = {str(case) for case in range(20, 60)}
    kept = [line for line in lines if line.split(";")[0] not in open_ or ";Aanvraag;" in line]
    return ready_log(world.noord, tmp_path, "\n".join(kept) + "\n")


def test_what_was_read_and_what_counts(unfinished: EventLog, anna: Client) -> None:
    page = anna.get(f"/o/noord/evidence/{unfinished.pk}/report/").content.decode()
    assert "Rows read: " in page
    assert "Which cases count" in page
    assert "100 cases" in page
    assert "a case ends with" in page
    assert "Geleverd" in page


def test_the_log_leads_to_it(log: EventLog, anna: Client) -> None:
    page = anna.get(f"/o/noord/evidence/{log.pk}/").content.decode()
    assert f'href="/o/noord/evidence/{log.pk}/report/"' in page


def test_dutch(log: EventLog, world: World, signed_in: As) -> None:
    page = signed_in(world.mia, language="nl").get(f"/o/noord/evidence/{log.pk}/report/")
    assert "Gelezen rijen" in page.content.decode()


def test_closed_without_consent(log: EventLog, anna: Client) -> None:
    EventLog.objects.update(generated=False)
    answer = anna.get(f"/o/noord/evidence/{log.pk}/report/")
    assert answer["Location"] == f"/o/noord/evidence/{log.pk}/"


def test_the_council_reads_what_is_kept(log: EventLog, world: World, signed_in: As) -> None:
    cora = signed_in(world.cora)
    council = cora.get("/o/noord/evidence/council/").content.decode()
    assert f'href="/o/noord/evidence/{log.pk}/kept/"' in council
    page = cora.get(f"/o/noord/evidence/{log.pk}/kept/").content.decode()
    assert "What is kept of “Orders 2026”" in page
    assert "There are no names in it" in page
    assert "Aanvraag" not in page
    assert cora.get(f"/o/noord/evidence/{log.pk}/report/").status_code == 403


def test_kept_as_text(log: EventLog, world: World, signed_in: As) -> None:
    told = signed_in(world.cora, language="nl").get(f"/o/noord/evidence/{log.pk}/kept.md")
    assert told["Content-Type"] == "text/markdown; charset=utf-8"
    assert "## Niet bewaard" in told.content.decode()


def test_parts_of_a_report() -> None:
    found = list(blocks("# Title\n\nSize.\n\n## Kept\n\n| a | b |\n| --- | --- |\n| x\\|y | 1 |\n"))
    assert [part.text or part.heading for part in found] == ["Size.", "Kept", ""]
    assert found[2].columns == ["a", "b"]
    assert found[2].rows == (["x|y", "1"],)
