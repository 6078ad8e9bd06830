"""Write statements to a file that can be read back, changed by hand, and used by a host."""

import json
from pathlib import Path

from beide.errors import UnwritableFolder
from beide.reflect._model import Bank, Statement

HEAD = """\
# The statements of a reflection, with how each works. What the fields mean stands in the files
# that Beide ships, in beide/reflect/content/statements.
"""


def write_bank(bank: Bank, path: Path | str) -> None:
    """Write a bank to one TOML file, that ``load_bank`` reads.

    Parameters
    ----------
    bank
        The statements.
    path
        The file; one that exists is written over.

    Raises
    ------
    UnwritableFolder
        When nothing can be written there.
    """
    text = HEAD + "".join(_entry(statement) for statement in bank.statements)
    try:
        Path(path).write_text(text, encoding="utf-8")
    except OSError as error:
        raise UnwritableFolder(folder=Path(path).parent, detail=error.strerror) from error


def _entry(statement: Statement) -> str:
    b = ", ".join(f"{each:.3f}" for each in statement.parameters.b)
    return f"""
[[statements]]
key = {_quoted(statement.key)}
version = {statement.version}
dimension = {_quoted(statement.dimension.value)}
reversed = {str(statement.reversed).lower()}
anchor = {str(statement.anchor).lower()}
a = {statement.parameters.a:.3f}
b = [{b}]
text.nl = {_quoted(statement.text.nl)}
text.en = {_quoted(statement.text.en)}
"""


def _quoted(value: str) -> str:
    """Return it as TOML has it; its strings and JSON's are written alike."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
