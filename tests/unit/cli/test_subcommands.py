"""Every subcommand can be loaded, and says in both languages what it does."""

import pytest
from click.testing import CliRunner

from beide.cli import SUBCOMMANDS, cli


@pytest.mark.parametrize("name", SUBCOMMANDS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_has_help(name: str, language: str) -> None:
    result = CliRunner().invoke(cli, ["--language", language, name, "--help"])
    assert result.exit_code == 0
    assert "Usage" in result.stdout


@pytest.mark.parametrize("name", SUBCOMMANDS)
def test_is_listed_in_both_languages(name: str) -> None:
    for language in ("nl", "en"):
        listed = CliRunner().invoke(cli, ["--language", language, "--help"]).stdout
        assert SUBCOMMANDS[name].text.in_language(language) in listed


def test_an_unknown_subcommand_is_told() -> None:
    result = CliRunner().invoke(cli, ["promises"])
    assert result.exit_code == 2
    assert "promises" in result.stderr
