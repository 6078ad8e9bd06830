"""Why a file could not be read, in words for a page, kept until the next try."""

from collections.abc import Mapping
from typing import Any

from beide.errors import BeideError, MissingValue, OpenDates
from beide.text import Text

# The library's own sentences speak of arguments; on a page there is a question to answer instead.
ON_A_PAGE: Mapping[str, Text] = {
    OpenDates.code: Text(
        nl="In kolom '{column}' kan bij '{value}' de dag of de maand voorop staan, en geen enkele "
        "rij beslist het. Kies hieronder hoe de datums geschreven zijn.",
        en="In column '{column}', '{value}' may have the day or the month first, and no row "
        "decides it. Choose below how the dates are written.",
    ),
    MissingValue.code: Text(
        nl="Kolom '{column}' is leeg in {count} van de {rows} rijen, de eerste keer in rij {row}. "
        "Vul die rijen aan, of kies hieronder om ze weg te laten.",
        en="Column '{column}' is empty in {count} of {rows} rows, the first time in row {row}. "
        "Fill in those rows, or choose below to leave them out.",
    ),
}


def named(error: BeideError, *, file: str) -> BeideError:
    """Return the same error with the name that the person gave the file, not the stored one."""
    if "file" not in error.data:
        return error
    return type(error)(**{**error.data, "file": file})


def kept(error: BeideError) -> dict[str, Any]:
    """Return what to store of an error."""
    text = ON_A_PAGE[error.code].format(**error.data) if error.code in ON_A_PAGE else error.text
    data = {key: value for key, value in error.data.items() if isinstance(value, str | int)}
    return {"code": error.code, "data": data, "nl": text.nl, "en": text.en}


def said(problem: Mapping[str, Any]) -> Text | None:
    """Return the words of a stored problem."""
    return Text(nl=problem["nl"], en=problem["en"]) if problem else None
