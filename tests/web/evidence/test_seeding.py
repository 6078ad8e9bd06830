"""Logs that were normalised elsewhere are taken in whole."""

from pathlib import Path

from beide.web.evidence import actions
from beide.web.evidence.models import Analysis, EventLog
from tests.web.evidence.logs import a_promise, ready_log
from tests.web.people import World


def test_taken_in_with_lead_times(world: World, tmp_path: Path, home: Path) -> None:
    log = ready_log(world.noord, tmp_path)
    assert log.state == EventLog.State.READY
    assert log.path.parent == home / "logs" / str(world.noord.pk)
    assert (log.path / "events.parquet").is_file()
    assert log.lead_times["cases"] == 160
    assert (tmp_path / "orders.log").is_dir()


def test_a_folder_in_place_is_not_copied(world: World, tmp_path: Path, home: Path) -> None:
    first = ready_log(world.noord, tmp_path)
    again = actions.add_normalised(
        organisation=world.noord, name="Again", purpose="", folder=first.path, generated=True
    )
    assert again.path == first.path


def test_a_promise_at_once(world: World, tmp_path: Path) -> None:
    promise = a_promise(ready_log(world.noord, tmp_path))
    assert promise.over_time["cases"] == 160
    assert promise.job is None
    assert Analysis.objects.filter(kind=Analysis.Kind.PROMISE).count() == 1
