"""How a column writes its times: decided once for the whole column, never row by row."""

from beide.engine import Engine, Row, Table
from beide.errors import OpenDates, WrongValue
from beide.log._styles import DAY_FIRST, ISO, MONTH_FIRST, YEAR_LAST, Style, stripped
from beide.log._where import Place, first_row

_LAST_MONTH = 12


def decide(engine: Engine, raw: Table, place: Place) -> Style:
    """Return how a column writes its times, from all of its values.

    Raises
    ------
    OpenDates
        When the day and the month could be either way round in every row.
    WrongValue
        When no style fits; tells the first value.
    """
    text = stripped(raw[place.field])
    iso = {"known": text.notnull().sum(), "iso": text.re_search(ISO.pattern).sum()}
    seen = engine.rows(raw.aggregate(**iso))[0]
    if seen["known"] == seen["iso"]:
        return ISO
    seen = {**seen, **engine.rows(raw.aggregate(**_evidence(text)))[0]}
    if seen["known"] and not seen["iso"] and not seen["year_last"]:
        raise wrong_time(engine, raw, place, text.notnull())
    if (seen["iso"] or 0) >= (seen["year_last"] or 0):
        return ISO
    if seen["day_over"] or seen["month_over"]:
        return DAY_FIRST if (seen["day_over"] or 0) >= (seen["month_over"] or 0) else MONTH_FIRST
    raise _open_dates(place, first_row(engine, raw, text.re_search(YEAR_LAST), place.field))


def _evidence(text: Table) -> dict[str, Table]:
    first, second = (text.re_extract(YEAR_LAST, at).try_cast("int64") for at in (1, 2))
    return {
        "year_last": text.re_search(YEAR_LAST).sum(),
        "day_over": (first > _LAST_MONTH).sum(),
        "month_over": (second > _LAST_MONTH).sum(),
    }


def _open_dates(place: Place, found: Row) -> OpenDates:
    value = str(found["value"]).strip()
    mark = next(sign for sign in value if not sign.isdigit())
    clock = ("", " %H:%M", " %H:%M:%S")[min(value.count(":"), 2)]
    return OpenDates(
        file=place.file,
        column=place.column,
        value=value,
        day_first=f"%d{mark}%m{mark}%Y{clock}",
        month_first=f"%m{mark}%d{mark}%Y{clock}",
    )


def wrong_time(engine: Engine, raw: Table, place: Place, bad: Table) -> WrongValue:
    """Return the error about the first row where ``bad`` holds."""
    found = first_row(engine, raw, bad, place.field)
    return WrongValue(
        file=place.file,
        row=place.line(found["row"]),
        column=place.column,
        value=found["value"],
        expected_nl="datum met tijd zoals 2024-01-31 13:45. Verbeter hem, of geef time_format",
        expected_en="a date and time such as 2024-01-31 13:45. Correct it, or give time_format",
    )
