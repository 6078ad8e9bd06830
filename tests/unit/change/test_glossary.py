"""The glossary says what the content says."""

from pathlib import Path

from beide.change import Form, Stage, content

GLOSSARY = Path(__file__).parents[3] / "docs" / "reference" / "glossary.md"


def rows() -> list[list[str]]:
    """Return the cells of every table row on the page."""
    lines = GLOSSARY.read_text(encoding="utf-8").splitlines()
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in lines
        if line.startswith("|")
    ]


def test_every_form_stands_there_with_its_dutch_name_mode_and_rhythm() -> None:
    for form in Form:
        text = content().forms[form]
        row = next(row for row in rows() if row[0] == text.name.en)
        assert row[1] == text.name.nl
        assert row[4] == str(form.mode)
        assert row[5] == ", ".join(form.rhythm.stages)


def test_every_mode_stands_there_with_its_dutch_name_and_stages() -> None:
    for text in content().modes.values():
        row = next(row for row in rows() if row[0] == text.name.en)
        assert row[1] == text.name.nl
        assert row[3] == ", ".join(stage.name.nl for stage in text.stages)


def test_the_eight_shifts_stand_there_in_both_languages() -> None:
    for shift in content().shifts:
        row = next(row for row in rows() if row[0] == f"`{shift.key}`")
        assert row[1:] == [shift.from_.en, shift.to.en, shift.from_.nl, shift.to.nl]


def test_stages_are_named_as_in_the_code() -> None:
    assert [content().stage(stage).name.en for stage in Stage] == [str(stage) for stage in Stage]
