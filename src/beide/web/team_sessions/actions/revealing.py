"""Showing a round: once, and from then on always the same."""

import secrets

import numpy as np

from beide.web.team_sessions import revealing
from beide.web.team_sessions.asking import answers_of
from beide.web.team_sessions.models import Round, Session, Sheet, Topic, Way
from beide.web.team_sessions.snapshot import Shown


def reveal(session: Session, topic: Topic, number: int) -> Round | None:
    """Make what is shown of a round, unless that was done; call it while the session is held."""
    found = Round.objects.filter(topic=topic, number=number).first()
    if found is None or found.shown is not None:
        return found
    shown = shown_of_cards if session.way == Way.PAPER else shown_of
    found.shown = shown(session, topic, number).to_json()
    found.save(update_fields=["shown"])
    return found


def shown_of(session: Session, topic: Topic, number: int) -> Shown:
    """Return what may be shown. What is drawn by lot is not kept, so it cannot be drawn again."""
    sheets = list(Sheet.objects.filter(topic=topic).prefetch_related("answers"))
    rounds = [{str(sheet.pk): answers_of(sheet, each) for sheet in sheets} for each in (1, number)]
    rng = np.random.default_rng(secrets.randbits(64))
    if number == 1:
        return revealing.first_round(rounds[0], session.thresholds, rng)
    return revealing.second_round(rounds[0], rounds[1], session.thresholds, rng)


def shown_of_cards(session: Session, topic: Topic, number: int) -> Shown:
    """Return what may be shown of what was counted from cards."""
    counts = dict(Round.objects.filter(topic=topic).values_list("number", "counts"))
    before = counts.get(1) if number > 1 else None
    return revealing.cards(counts.get(number), before, session.thresholds)
