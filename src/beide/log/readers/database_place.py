"""Where a database is, read from its address. What is shown of it never holds a password."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from beide.errors import WrongOption

Kind: TypeAlias = Literal["postgresql", "mysql", "sqlite"]

_KINDS: dict[str, Kind] = {
    "postgresql": "postgresql",
    "postgres": "postgresql",
    "mysql": "mysql",
    "mariadb": "mysql",
    "sqlite": "sqlite",
}
_PORTS = {"postgresql": 5432, "mysql": 3306}
_TLS = ("disable", "prefer", "require", "verify-full")
_PASSWORD = "BEIDE_SOURCE_PASSWORD"  # noqa: S105  (where it is found, not what it is)
_SECONDS = 900


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A database: where it is, and as whom to ask.

    Attributes
    ----------
    socket
        The folder (PostgreSQL) or file of a local socket, in place of a host.
    tls
        ``disable``, ``prefer``, ``require`` or ``verify-full``, as PostgreSQL's ``sslmode``.
    seconds
        The longest that one question may take.
    """

    kind: Kind
    host: str = ""
    port: int = 0
    database: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    socket: str | None = None
    tls: str = "prefer"
    authority: str | None = None
    seconds: int = _SECONDS

    @property
    def shown(self) -> str:
        """Its address for people, without a user or a password."""
        if self.kind == "sqlite":
            return self.name
        return f"{self.kind}://{self.socket or f'{self.host}:{self.port}'}/{self.database}"

    @property
    def name(self) -> str:
        """What to call it in a log: the database, without where it is."""
        return Path(self.database).name if self.kind == "sqlite" else self.database


def is_address(source: object) -> bool:
    """Tell whether a source is the address of a database rather than a file."""
    return isinstance(source, str) and "://" in source


def place_of(address: str) -> Place:
    """Return the database that an address names.

    The password comes from the address, else from the environment's ``BEIDE_SOURCE_PASSWORD``.

    Raises
    ------
    WrongOption
        When the address cannot be read. What the address itself says is never repeated.
    """
    scheme = address.partition("://")[0].lower()
    if scheme not in _KINDS:
        raise _wrong("…")
    kind = _KINDS[scheme]
    if kind == "sqlite":
        return Place(kind=kind, database=unquote(address.partition("://")[2]).removeprefix("/"))
    try:
        parts = urlsplit(address)
        port = parts.port or _PORTS[kind]
    except ValueError:
        raise _wrong(scheme) from None
    rest = parts.path + parts.query + parts.fragment
    if "@" in rest or parts.fragment or not parts.path.strip("/"):
        raise _wrong(scheme)
    return _server(kind, port, parts)


def _server(kind: Kind, port: int, parts: SplitResult) -> Place:
    options = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    socket = options.pop("host", None)
    place = Place(
        kind=kind,
        host=parts.hostname or "localhost",
        port=port,
        database=unquote(parts.path.strip("/")),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or "") or os.environ.get(_PASSWORD, ""),
        socket=socket,
        tls=options.pop("sslmode", "prefer"),
        authority=options.pop("sslrootcert", None),
        seconds=_seconds(options.pop("timeout", str(_SECONDS))),
    )
    if place.tls not in _TLS:
        raise _option("sslmode", place.tls, "een van", "one of", ", ".join(_TLS))
    if options:
        known = "host, sslmode, sslrootcert, timeout"
        raise _option("source", f"…?{next(iter(options))}=…", "een van", "one of", known)
    return place


def _seconds(text: str) -> int:
    if not (text.isdecimal() and 1 <= int(text) <= 86_400):
        raise _option("timeout", text, "een aantal seconden", "a number of seconds", "1-86400")
    return int(text)


def _option(option: str, value: str, nl: str, en: str, rest: str) -> WrongOption:
    return WrongOption(
        option=option, value=value, expected_nl=f"{nl} {rest}", expected_en=f"{en} {rest}"
    )


def _wrong(scheme: str) -> WrongOption:
    return WrongOption(
        option="source",
        value=f"{scheme}://…",
        expected_nl="een adres zoals postgresql://gebruiker@server/database, of met mysql, mariadb "
        "of sqlite ervoor; schrijf @ / # en ? in een wachtwoord als %40 %2F %23 en %3F",
        expected_en="an address such as postgresql://user@host/database, or one that begins with "
        "mysql, mariadb or sqlite; write @ / # and ? in a password as %40 %2F %23 and %3F",
    )
