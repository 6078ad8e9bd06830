"""Links in good cases beside others: work passing between roles, and one step after another."""

import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np

from beide.discover._arrays import Codes, Flags
from beide.discover._base import Asked, Base, base
from beide.discover._bits import Board, tally
from beide.discover._candidates import FEWEST, singles
from beide.discover._checks import check
from beide.discover._fetch import Fetch
from beide.discover._find import ALPHA
from beide.discover._landmark import Landmark
from beide.discover._link import Kind, Link, Links
from beide.discover._model import Cases
from beide.discover._permute import PERMUTATIONS, chance
from beide.discover._sizes import Size, size
from beide.discover._strata import joined, strata, unsorted
from beide.discover._words import note
from beide.engine import Table
from beide.errors import TooLittleData
from beide.log import Filter, Good, Log
from beide.log import good as parse_good
from beide.log.outcomes import Tables, tables

MOST_LINKS = 1000


def connections(
    log: Log,
    *,
    good: Good | str,
    by: str | None = None,
    where: Filter | None = None,
    seed: int | np.random.Generator = 0,
    permutations: int = PERMUTATIONS,
) -> Links:
    """Tell which connections between roles or teams go together with going well, or with not.

    Work passes when two events directly after each other have two different roles. Cases are
    compared within type and week, and with cases in which work passes as often: a long case has
    more of every connection.

    Parameters
    ----------
    log
        A normalised log with roles or teams.
    good
        What going well means.
    by
        The attribute of a case that is its type.
    where
        Which cases it is about; default all.
    seed
        Where chance begins.
    permutations
        How often the good cases are dealt anew.

    Returns
    -------
    Links
        Shares from 0 to 1. If nothing is true, any of them is sure in 1 of 20 logs at most.

    Raises
    ------
    TooLittleData
        When the log has no roles, or too few cases, as with ``patterns``.
    WrongOption
        When the log has no such attribute.
    """
    if not log.about.roles:
        raise TooLittleData(
            what_nl="het log heeft geen rollen",
            what_en="the log has no roles",
            needed_nl="een log met een kolom voor de rol of het team",
            needed_en="a log with a column for the role or team",
        )
    asked = Asked(log=log, good=_good(good), by=by, where=where)
    return _links_of(asked, "connections", np.random.default_rng(seed), permutations)


def good_map(
    log: Log,
    *,
    good: Good | str,
    by: str | None = None,
    where: Filter | None = None,
    seed: int | np.random.Generator = 0,
    permutations: int = PERMUTATIONS,
) -> Links:
    """Tell what good looks like: which step comes directly after which, beside other cases.

    Parameters
    ----------
    log
        A normalised log.
    good
        What going well means.
    by
        The attribute of a case that is its type.
    where
        Which cases it is about; default all.
    seed
        Where chance begins.
    permutations
        How often the good cases are dealt anew.

    Returns
    -------
    Links
        Shares from 0 to 1. This is a picture of whole cases: what went wrong is in it too, as
        something that good cases have less of. For what to repeat ask ``patterns``.

    Raises
    ------
    TooLittleData
        When there are too few cases, as with ``patterns``.
    WrongOption
        When the log has no such attribute.
    """
    asked = Asked(log=log, good=_good(good), by=by, where=where)
    return _links_of(asked, "steps", np.random.default_rng(seed), permutations)


def _good(good: Good | str) -> Good:
    return parse_good(good) if isinstance(good, str) else good


def _links_of(asked: Asked, kind: Kind, rng: np.random.Generator, permutations: int) -> Links:
    here = tables(asked.log)
    with tempfile.TemporaryDirectory(prefix="beide-") as folder:
        fetch = Fetch(here.engine, Path(folder))
        cases = base(asked, Landmark(), here, fetch, rng)
        pairs, held, passed = _occurring(here, fetch, cases, kind)
    names = here.names("roles" if kind == "connections" else "activities")
    key, notes = cases.key, cases.notes
    if kind == "connections":
        key, notes = joined(key, passed), (*notes, note("passed"))
    compared = _compared(held, cases, key, rng, permutations)
    links = [
        Link(
            from_=names[one],
            to=names[other],
            cases=int(flags.sum()),
            good_share=found.with_,
            other_share=found.without,
            at_least=max(found.at_least, 0.0),
            p=p,
        )
        for (one, other), flags, (found, p) in zip(pairs, held, compared, strict=True)
    ]
    return Links(
        kind=kind,
        good=asked.good.text,
        cases=len(cases.week),
        good_cases=int(cases.judged.good.sum()),
        links=tuple(sorted(links, key=lambda link: (link.p, -link.at_least, link.from_, link.to))),
        notes=notes,
    )


def _occurring(
    here: Tables, fetch: Fetch, cases: Base, kind: Kind
) -> tuple[list[tuple[int, int]], Flags, Codes]:
    """Return the links in enough cases, which cases have them, and how often work passes."""
    import ibis

    code = cases.table["case"]
    links = _links(here, kind).semi_join(fetch.kept({"case": code}), "case")
    passed = fetch.columns(links.group_by("case").aggregate(n=links.count()))
    often = np.zeros(len(code), np.int64)
    often[np.searchsorted(code, passed["case"])] = passed["n"]
    once = links.distinct()
    counted = once.group_by("one", "other").aggregate(n=once.count())
    most = (
        counted.filter(counted["n"] >= FEWEST)
        .order_by(ibis.desc("n"), "one", "other")
        .limit(MOST_LINKS)
    )
    kept = most.select(kept_one="one", kept_other="other")
    same = (once["one"] == kept["kept_one"]) & (once["other"] == kept["kept_other"])
    found = fetch.columns(once.join(kept, same).select("case", "one", "other"))
    rows = np.stack([found["one"], found["other"]], axis=1).astype(np.int64)
    unique, place = np.unique(rows, axis=0, return_inverse=True)
    held = np.zeros((len(unique), len(code)), np.bool_)
    held[place.reshape(-1), np.searchsorted(code, found["case"])] = True
    return [(one, other) for one, other in unique.tolist()], held, often


def _links(here: Tables, kind: Kind) -> Table:
    """Return ``case``, ``one`` and ``other`` of everything that passes."""
    events = here.events
    if kind == "connections":
        passing = events.filter(events["role"] != events["next_role"])
        return passing.select("case", one="role", other="next_role")
    following = events.filter(events["next_activity"].notnull())
    return following.select("case", one="activity", other="next_activity")


def _compared(
    held: Flags, cases: Base, key: Codes, rng: np.random.Generator, permutations: int
) -> list[tuple[Size, float]]:
    """Return for each link its shares in good and other cases, and how sure they differ."""
    good = cases.judged.good
    check(Cases(good=good, kind=cases.types, week=cases.week, features=(), held=held[:0]))
    grouped = strata(key=key, week=cases.week, good=good)
    if not len(held):
        return []
    board, sets = Board.of(held, good, grouped), singles(len(held))
    counted = tally(board, sets)
    drawn = chance(board, sets, counted, rng=rng, permutations=permutations)
    p, limit = drawn.p_both(counted.score), drawn.limit(ALPHA, both=True)
    code = unsorted(grouped)
    return [(_size(good, flags, code, limit), float(p[at])) for at, flags in enumerate(held)]


def _size(good: Flags, flags: Flags, code: Codes, limit: float) -> Size:
    """Return how many good cases have a link beside others; ``at_least`` whatever the direction."""
    found = size(good, flags, code, limit=limit)
    if found.difference >= 0:
        return found
    other = size(good, ~flags, code, limit=limit)
    return replace(found, at_least=other.at_least)
