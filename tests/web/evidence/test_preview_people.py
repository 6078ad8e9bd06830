"""People in an uploaded file are covered in the preview, and cannot be chosen as a column."""

from pathlib import Path

from beide.web.evidence.preview import look_into_csv


def test_columns_that_hold_people_are_covered(tmp_path: Path) -> None:
    file = tmp_path / "orders.csv"
    file.write_text(
        "order,stap,medewerker,tijd\n1,intake,Jansen,2026-01-05\n2,passen,,2026-01-06\n"
    )
    preview = look_into_csv(file, name="orders.csv")
    assert preview.people == ("medewerker",)
    assert preview.usable == ("order", "stap", "tijd")
    assert preview.rows[0] == ("1", "intake", "•••", "2026-01-05")
    assert preview.rows[1] == ("2", "passen", "", "2026-01-06")
