"""Which engine is used, and with how much of the machine."""

import threading
from pathlib import Path

import pytest

from beide import engine
from beide.engine._duckdb import DuckDBEngine
from beide.errors import EngineFailure, WrongOption


def setting(made: DuckDBEngine, name: str) -> str:
    found = made._backend.con.execute(f"SELECT current_setting('{name}')").fetchone()
    return str(found[0])


def test_a_thread_keeps_its_engine_and_has_it_for_itself() -> None:
    others: list[engine.Engine] = []
    thread = threading.Thread(target=lambda: others.append(engine.default()))
    thread.start()
    thread.join()
    assert engine.default() is engine.default()
    assert others[0] is not engine.default()


def test_memory_and_threads_are_as_asked() -> None:
    made = DuckDBEngine(memory="512MB", threads=1)
    assert setting(made, "threads") == "1"
    assert setting(made, "memory_limit") in {"488.2 MiB", "512.0 MB"}
    made.close()


def test_the_environment_says_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEIDE_ENGINE_THREADS", "1")
    made = DuckDBEngine()
    assert setting(made, "threads") == "1"
    made.close()


@pytest.mark.parametrize("asked", [{"memory": "a lot"}, {"threads": 0}, {"threads": -2}])
def test_what_cannot_be_is_refused(asked: dict[str, int | str]) -> None:
    with pytest.raises(WrongOption) as raised:
        DuckDBEngine(**asked)  # type: ignore[arg-type]
    assert raised.value.data["option"] in asked


def test_times_are_utc() -> None:
    made = DuckDBEngine()
    assert setting(made, "TimeZone") == "UTC"
    made.close()


def test_nothing_is_drawn_on_standard_output(capfd: pytest.CaptureFixture[str]) -> None:
    made = DuckDBEngine(threads=1)
    made._backend.con.execute("SET progress_bar_time = 0")
    made._backend.con.execute("SELECT sum(sqrt(range)) FROM range(30000000)").fetchall()
    made.close()
    assert capfd.readouterr().out == ""


def test_a_damaged_file_is_told_about(tmp_path: Path) -> None:
    path = tmp_path / "events.parquet"
    path.write_bytes(b"PAR1 and nothing more")
    with pytest.raises(EngineFailure) as raised:
        engine.default().read_parquet([path])
    assert raised.value.code == "engine_failure"


def test_a_piece_of_work_gets_an_engine_that_is_closed_afterwards(tmp_path: Path) -> None:
    with engine.temporary(tmp_path) as made:
        assert isinstance(made, DuckDBEngine)
        assert setting(made, "temp_directory") == str(tmp_path)
    assert made is not engine.default()
