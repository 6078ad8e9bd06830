"""Why a file could not be read, in words for a page, kept until the next try."""

from collections.abc import Mapping
from typing import Any

from beide.errors import BeideError, MissingValue, ObjectTypeNeeded, OpenDates, TableNeeded
from beide.text import Text
from beide.web.evidence.models import Source

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
    ObjectTypeNeeded.code: Text(
        nl="In {file} staan verschillende soorten dingen: {types}. Kies hieronder welke soort "
        "je als casus wilt bekijken.",
        en="{file} holds several kinds of things: {types}. Choose below which kind you want to "
        "look at as the case.",
    ),
    TableNeeded.code: Text(
        nl="In {file} staan verschillende tabellen: {tables}. Vul hieronder in welke je leest.",
        en="{file} holds several tables: {tables}. Fill in below which one you want to read.",
    ),
}


def named(error: BeideError, *, file: str) -> BeideError:
    """Return the same error with the name that the person gave the file, not the stored one."""
    if "file" not in error.data:
        return error
    return type(error)(**{**error.data, "file": file})


def on_page(error: BeideError) -> Text:
    """Return an error in the words of a page."""
    return ON_A_PAGE[error.code].format(**error.data) if error.code in ON_A_PAGE else error.text


def kept(error: BeideError) -> dict[str, Any]:
    """Return what to store of an error."""
    text = on_page(error)
    data = {key: value for key, value in error.data.items() if isinstance(value, str | int)}
    return {"code": error.code, "data": data, "nl": text.nl, "en": text.en}


def said(problem: Mapping[str, Any]) -> Text | None:
    """Return the words of a stored problem."""
    return Text(nl=problem["nl"], en=problem["en"]) if problem else None


def of_source(source: Source | None) -> Text | None:
    """Return why newer exports could not be added the last time, when they could not."""
    if source is None:
        return None
    if source.problem:
        return said(source.problem)
    return source.job.problem if source.job is not None and source.job.has_failed else None
