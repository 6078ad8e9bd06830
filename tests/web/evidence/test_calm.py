"""Whether the base is calm: said with its reason, and not at all with too few weeks."""

from pathlib import Path

from tests.web.conftest import As
from tests.web.evidence.logs import HEADER, a_promise, orders, ready_log
from tests.web.people import World


def weeks(count: int, *, bad: int = 0) -> str:
    """Return orders of which one in twenty is late, and in the last ``bad`` weeks ten."""
    good, poor = orders(count, late=1), orders(count, late=10)
    cut = count - bad
    rows = [row for row in good.splitlines()[1:] if int(row.partition("-")[0]) < cut]
    rows += [row for row in poor.splitlines()[1:] if int(row.partition("-")[0]) >= cut]
    return "\n".join([HEADER, *rows]) + "\n"


def page_of(world: World, signed_in: As, folder: Path, text: str, language: str = "en") -> str:
    promise = a_promise(ready_log(world.noord, folder, text))
    address = f"/o/noord/evidence/promise/{promise.pk}/"
    return signed_in(world.mia, language=language).get(address).content.decode()


def test_steady_weeks_are_calm(world: World, signed_in: As, tmp_path: Path) -> None:
    page = page_of(world, signed_in, tmp_path, weeks(24))
    assert "The base is calm." in page
    assert "The last 8 weeks stayed within what is usual for this work." in page


def test_weeks_outside_what_is_usual_are_told(world: World, signed_in: As, tmp_path: Path) -> None:
    page = page_of(world, signed_in, tmp_path, weeks(24, bad=2), language="nl")
    assert "De basis is onrustig." in page
    assert "2 van de laatste 8 weken vielen buiten wat gewoon is" in page


def test_with_few_weeks_nothing_is_said(world: World, signed_in: As, tmp_path: Path) -> None:
    page = page_of(world, signed_in, tmp_path, weeks(8))
    assert 'id="calm"' not in page
