"""An answer in sentences."""

from dataclasses import replace

from beide.room._result import Room, TeamRoom
from beide.room._ways import WAYS
from beide.room._words import capital, decimal, hours_text, percent, say
from beide.text import Text


def tell(found: Room) -> Room:
    """Return an answer with its sentences."""
    told = _with_room(found) if found.hours > 0 else _without(found)
    return replace(found, sentences=tuple(told))


def _with_room(found: Room) -> list[Text]:
    hours, likely = decimal(int(found.hours)), decimal(int(found.likely))
    told = [
        say("answer", "room", hours=hours, way=WAYS[found.way], promise=found.promise),
        say("answer", "range", hours=hours, likely=likely),
        *(_team(team) for team in found.teams),
        _cliff(found),
    ]
    if found.tried:
        worst = found.tried[0]
        share = percent(worst.in_time.middle)
        told.append(say("answer", "fragile", change=worst.change, share=share))
    told += [_busiest(team) for team in found.teams if team.busiest]
    return [*told, say("answer", "steps")]


def _team(team: TeamRoom) -> Text:
    return say(
        "answer",
        "team",
        team=capital(team.name),
        hours=decimal(int(team.hours)),
        total=decimal(team.total),
        likely=decimal(int(team.likely)),
        alone=decimal(int(max(team.alone, team.hours))),
    )


def _cliff(found: Room) -> Text:
    holds = found.with_twice.middle >= found.share
    return say(
        "answer",
        "cliff_holds" if holds else "cliff",
        twice=percent(found.with_twice.middle),
        once=percent(found.with_room.middle),
    )


def _busiest(team: TeamRoom) -> Text:
    return say("answer", "busiest", team=capital(team.name), hours=hours_text(team.busiest))


def _without(found: Room) -> list[Text]:
    now, low = percent(found.now.middle), percent(found.now.low)
    broken = found.now.middle < found.share
    key = "broken" if broken else "unsure" if found.now.low < found.share else "none"
    told = [say("answer", key, promise=found.promise, now=now, low=low, share=percent(found.share))]
    if found.tried:
        best = found.tried[0]
        key = "first_space" if best.in_time.low >= found.share else "no_first_space"
        share = percent(best.in_time.middle)
        told.append(say("answer", key, change=best.change, share=share))
    return told
