"""When a case arrives, and how busy it is then."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from beide.discover._arrays import Flags
from beide.discover._model import Feature

Held = tuple[Feature, Flags]
Times = NDArray[np.datetime64]

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PARTS = (("morning", 0, 12), ("afternoon", 12, 17), ("evening", 17, 24))


def when(first: Times, zone: str) -> Iterator[Held]:
    """Yield the weekday and the part of the day on which cases arrive, by the local clock."""
    day, hour = _local(first, zone)
    for number, name in enumerate(_DAYS):
        yield Feature(kind="weekday", values={"day": name}, group="weekday"), day == number
    for name, begin, end in _PARTS:
        part = (hour >= begin) & (hour < end)
        yield Feature(kind="daypart", values={"part": name}, group="daypart"), part


def _local(first: Times, zone: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the weekday (Monday is 0) and the hour of the day, by the clock of a zone."""
    hours, place = np.unique(first.astype("datetime64[h]"), return_inverse=True)
    local = _shifted(hours, zone)
    day = (local.astype("datetime64[D]").astype(np.int64) + 3) % 7
    return day[place], (local.astype(np.int64) % 24)[place]


def _shifted(hours: Times, zone: str) -> Times:
    where = ZoneInfo(zone)
    utc = ZoneInfo("UTC")
    shifts = [hour.replace(tzinfo=utc).astimezone(where).utcoffset() for hour in hours.tolist()]
    whole = [0 if shift is None else round(shift.total_seconds() / 3600) for shift in shifts]
    return np.asarray(hours + np.array(whole, "timedelta64[h]"))


def busy(first: Times, all_first: Times, all_last: Times) -> Iterator[Held]:
    """Yield how many cases are open, and how many arrived in the last day, as a case arrives."""
    begun, ended = np.sort(all_first), np.sort(all_last)
    open_now = np.searchsorted(begun, first) - np.searchsorted(ended, first)
    day_before = np.searchsorted(begun, first - np.timedelta64(1, "D"))
    arrived = np.searchsorted(begun, first) - day_before
    for kind, counts in (("open_cases", open_now), ("arrivals", arrived)):
        yield from thirds(Feature(kind=kind, group=kind), counts.astype(np.float64))


def thirds(feature: Feature, values: NDArray[np.float64]) -> Iterator[Held]:
    """Yield whether a value is in the lowest or the highest third of what is known."""
    known = np.isfinite(values)
    if known.sum() < 3:
        return
    low, high = np.quantile(values[known], [1 / 3, 2 / 3])
    # Where most are equal there is no lowest third, only those above and the others.
    least = ("low", values < low) if low < high else ("most", values <= low)
    for name, held in (least, ("high", values > high)):
        told = Feature(
            kind=feature.kind,
            values={**feature.values, "level": name, "low": f"{low:g}", "high": f"{high:g}"},
            known_at=feature.known_at,
            group=feature.group,
        )
        yield told, np.asarray(held & known)
