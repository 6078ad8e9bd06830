"""How numbers and dates are written in a figure: Django's words, as Vega wants to know them."""

from typing import Any

from django.utils import dates
from django.utils.formats import get_format
from django.utils.translation import override


def vega_locale(language: str) -> dict[str, Any]:
    """Return Vega's number and time locale for a language of the interface."""
    with override(language):
        # Django counts days from Monday, Vega from Sunday.
        week = [6, 0, 1, 2, 3, 4, 5]
        return {
            "number": {
                "decimal": get_format("DECIMAL_SEPARATOR"),
                "thousands": get_format("THOUSAND_SEPARATOR"),
                "grouping": [3],
                "currency": ["€\u00a0", ""],
                "percent": "%",
            },
            "time": {
                "dateTime": "%a %e %B %Y %X",
                "date": "%d-%m-%Y",
                "time": "%H:%M:%S",
                "periods": ["AM", "PM"],
                "days": [str(dates.WEEKDAYS[day]) for day in week],
                "shortDays": [str(dates.WEEKDAYS_ABBR[day]) for day in week],
                "months": [str(name) for name in dates.MONTHS.values()],
                "shortMonths": [str(name) for name in dates.MONTHS_3.values()],
            },
        }
