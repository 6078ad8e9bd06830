"""What a log keeps and what not, for a works council to read."""

import tomllib
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any, Literal, TypeAlias

from beide.engine import Engine, Table, default
from beide.log._model import Log
from beide.log.privacy._roles import LEAST
from beide.text import Text

Of: TypeAlias = Literal["case", "event"]
Holds: TypeAlias = Literal["text", "number", "time", "boolean"]

_RULE = "| --- | --- | --- | ---: | ---: |"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One column that is kept.

    Attributes
    ----------
    name
        Its name; ``activity``, ``role``, ``time`` and ``start`` are the log's own.
    of
        Whether it says something of a case or of an event.
    holds
        What its values are.
    different, rare
        How many different values there are, and how many of them occur in fewer than five cases.
        Of times neither is counted.
    """

    name: str
    of: Of
    holds: Holds
    different: int | None
    rare: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What is kept of a source and what is not. ``text`` says it in Markdown."""

    source: str
    cases: int
    events: int
    from_: datetime
    until: datetime
    kept: tuple[Kept, ...]
    left_out: dict[str, str]
    chosen: bool
    """Whether only the columns that were asked for were read."""
    role_column: str | None
    people_column: str | None
    key: str

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON, with ``from`` for ``from_``."""
        told = asdict(self)
        told["from"] = told.pop("from_").isoformat()
        return {**told, "until": self.until.isoformat()}

    @property
    def text(self) -> Text:
        """The report in Markdown, in both languages."""
        return Text(nl=self._in("nl"), en=self._in("en"))

    def _in(self, language: str) -> str:
        def say(name: str, **data: object) -> str:
            return _words(name).format(**data).in_language(language)

        size = {"from_": f"{self.from_:%Y-%m-%d}", "until": f"{self.until:%Y-%m-%d}"}
        lines = [
            f"# {say('title', source=self.source)}",
            say("size", cases=self.cases, events=self.events, **size),
            f"## {say('kept')}",
            "\n".join([say("kept_head", least=LEAST), _RULE, *map(self._row(language), self.kept)]),
            f"## {say('not_kept')}",
            *self._not_kept(language),
            f"## {say('people')}",
            self._people(language),
            f"## {say('case_ids')}",
            say("case_ids_hashed", key=self.key),
            f"## {say('shown')}",
            say("shown_small", least=LEAST),
        ]
        return "\n\n".join(lines) + "\n"

    @staticmethod
    def _row(language: str) -> Any:
        def row(each: Kept) -> str:
            own = _all_words()["column"].get(each.name)
            cells = [
                Text(**own).in_language(language) if own else each.name.replace("|", "\\|"),
                _words(f"of.{each.of}").in_language(language),
                _words(f"holds.{each.holds}").in_language(language),
                "" if each.different is None else str(each.different),
                "" if each.rare is None else str(each.rare),
            ]
            return f"| {' | '.join(cells)} |"

        return row

    def _not_kept(self, language: str) -> list[str]:
        rows = [
            f"| {name.replace('|', chr(92) + '|')} | {_words(f'why.{why}').in_language(language)} |"
            for name, why in self.left_out.items()
        ]
        head = [_words("not_kept_head").in_language(language), "| --- | --- |"]
        table = ["\n".join([*head, *rows])] if rows else []
        if self.chosen:
            return [*table, _words("not_asked").in_language(language)]
        return table or [_words("everything").in_language(language)]

    def _people(self, language: str) -> str:
        if self.people_column is not None:
            said = _words("people_roles").format(column=self.people_column)
        elif self.role_column is not None:
            said = _words("people_column").format(column=self.role_column)
        else:
            said = _words("people_none")
        return said.in_language(language)


def report(log: Log) -> Report:
    """Return what a log keeps of its source, and what not, with why.

    Parameters
    ----------
    log
        A normalised log.

    Returns
    -------
    Report
        For the works council or the privacy officer; ``report(log).text.nl`` is Markdown.
    """
    about, engine = log.about, default()
    events = engine.read_parquet([log.file("events")])
    cases = engine.read_parquet([log.file("cases")])
    own = [_counted(engine, events, "activity", "event", holds="text")]
    if about.roles:
        own.append(_counted(engine, events, "role", "event", holds="text"))
    own += [
        Kept(name=name, of="event", holds="time", different=None, rare=None)
        for name in _times(about.columns)
    ]
    own += [_counted(engine, cases, name, "case") for name in about.case_attributes]
    own += [_counted(engine, events, name, "event") for name in about.event_attributes]
    return Report(
        source=about.source,
        cases=about.cases,
        events=about.events,
        from_=about.from_,
        until=about.until,
        kept=tuple(own),
        left_out=dict(about.dropped.columns),
        chosen=about.attributes_asked is not None,
        role_column=about.columns.get("role"),
        people_column=about.columns.get("people"),
        key=about.key,
    )


def _times(columns: dict[str, str | None]) -> list[str]:
    begun = columns.get("start") or columns.get("lifecycle")
    return ["time", "start"] if begun else ["time"]


def _counted(
    engine: Engine, table: Table, name: str, of: Of, *, holds: Holds | None = None
) -> Kept:
    """Count the different values of a column, and those in few cases."""
    kind = holds or _holds(table[name])
    if kind == "time":
        return Kept(name=name, of=of, holds=kind, different=None, rare=None)
    known = table.filter(table[name].notnull())
    each = known.group_by(value=known[name]).aggregate(cases=known["case"].nunique())
    counted = each.aggregate(different=each.count(), rare=(each.cases < LEAST).sum().coalesce(0))
    found = engine.rows(counted)[0]
    return Kept(
        name=name, of=of, holds=kind, different=int(found["different"]), rare=int(found["rare"])
    )


def _holds(column: Table) -> Holds:
    kind = column.type()
    if kind.is_boolean():
        return "boolean"
    if kind.is_temporal():
        return "time"
    return "number" if kind.is_numeric() else "text"


@cache
def _all_words() -> dict[str, Any]:
    source = files("beide.log.privacy") / "content" / "kept.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


def _words(name: str) -> Text:
    found = _all_words()
    for part in name.split("."):
        found = found[part]
    return Text(**found)
