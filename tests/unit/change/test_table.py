"""``python -m beide.change`` shows the four forms in a small table."""

import pytest

from beide.change import __main__ as table


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    table.main(arguments)
    return capsys.readouterr().out.splitlines()


def test_it_shows_the_four_forms_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(capsys)

    assert lines[0].split("  ")[0] == "form"
    assert [line.split()[0] for line in lines[2:]] == [
        "improvement",
        "renewal",
        "transition",
        "innovation",
    ]
    assert "explore, discover, learn" in lines[4]


def test_it_shows_them_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(capsys, "--language", "nl")

    assert "blijft voorlopig" in lines[4]
    assert "verschuift" in lines[4]
    assert "analyseren, plannen, uitvoeren" in lines[2]


def test_its_columns_stand_straight(capsys: pytest.CaptureFixture[str]) -> None:
    lines = shown(capsys)
    start = lines[0].index("mode")

    assert {line[start:].split()[0] for line in lines[2:]} == {"hierarchy", "network"}


def test_another_language_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        table.main(["--language", "fr"])
    assert "choose from" in capsys.readouterr().err
