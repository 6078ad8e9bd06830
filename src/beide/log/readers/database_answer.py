"""What the connectors of all databases have in common."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from beide.errors import NoConnection, WrongQuery
from beide.log.readers.database_place import Place

BATCH = 10_000
"""How many rows are asked for at a time."""

CONNECTING = 10
"""Seconds that a database has to answer at all."""

Values: TypeAlias = Sequence[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The names of the columns, and the rows, which come in while they are read."""

    names: list[str]
    rows: Iterator[Values]


class Connection(Protocol):
    """An open connection that can only read."""

    mark: str
    """What stands around names."""

    def ask(self, query: str) -> AbstractContextManager[Answer]:
        """Ask one question.

        Raises ``MissingTable``, ``MissingColumn``, ``WrongQuery`` or ``NoConnection``.
        """
        ...

    def tables(self) -> list[str]:
        """Return the tables that may be read."""
        ...


def refused(place: Place, nl: str, en: str) -> NoConnection:
    """Return the error that says why there is no connection."""
    return NoConnection(file=place.shown, reason_nl=nl, reason_en=en)


def without_driver(place: Place) -> NoConnection:
    """Return the error for a package that is not installed."""
    return refused(
        place,
        "het pakket hiervoor is niet geïnstalleerd; installeer 'beide[databases]'",
        "the package for it is not installed; install 'beide[databases]'",
    )


def unreachable(place: Place, error: OSError) -> NoConnection:
    """Return the error for a host that is not there, refuses, or stays silent."""
    import socket

    match error:
        case socket.gaierror():
            nl, en = (
                f"de server '{place.host}' is niet gevonden",
                f"host '{place.host}' was not found",
            )
        case TimeoutError():
            nl, en = "er kwam te lang geen antwoord", "there was no answer for too long"
        case FileNotFoundError():
            nl, en = "de socket is er niet", "there is no such socket"
        case ConnectionRefusedError():
            nl = "daar luistert geen database; kijk naar de server en de poort"
            en = "no database listens there; look at the host and the port"
        case _:
            nl, en = "de verbinding is verbroken", "the connection broke"
    return refused(place, nl, en)


def not_let_in(place: Place) -> NoConnection:
    """Return the error for a wrong user or password."""
    return refused(
        place,
        "de gebruiker of het wachtwoord klopt niet; zet het wachtwoord in BEIDE_SOURCE_PASSWORD",
        "the user or the password is wrong; put the password in BEIDE_SOURCE_PASSWORD",
    )


def no_database(place: Place) -> NoConnection:
    """Return the error for a database that the server does not have, or not for this user."""
    return refused(
        place,
        f"de server heeft geen database '{place.database}' voor deze gebruiker",
        f"the server has no database '{place.database}' for this user",
    )


def too_slow(place: Place) -> WrongQuery:
    """Return the error for a question that took longer than it may."""
    return WrongQuery(
        file=place.shown,
        reason_nl=f"hij duurde langer dan {place.seconds} seconden; vraag minder, of geef meer "
        "tijd met ?timeout= achter het adres",
        reason_en=f"it took longer than {place.seconds} seconds; ask for less, or give it more "
        "time with ?timeout= after the address",
    )


def not_allowed(place: Place) -> WrongQuery:
    """Return the error for a user who may not read this."""
    return WrongQuery(
        file=place.shown,
        reason_nl="deze gebruiker mag dit niet lezen",
        reason_en="this user may not read it",
    )


def as_told(place: Place, message: str) -> WrongQuery:
    """Return what a database itself says of a question, without the password."""
    line = message.partition("\n")[0][:300].rstrip(". ")
    told = line.replace(place.password, "***") if place.password else line
    return WrongQuery(
        file=place.shown,
        reason_nl=f"de database zegt: {told}",
        reason_en=f"the database says: {told}",
    )
