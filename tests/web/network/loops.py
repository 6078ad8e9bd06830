"""Loops and cards that tests of the network begin with."""

from decimal import Decimal
from typing import Any

from django.test import Client
from django.urls import reverse

from beide.change import Form
from beide.web.initiatives.models import Initiative
from beide.web.network import actions
from beide.web.network.models import Experiment, Joining
from beide.web.organisation.models import Membership, Organisation

CARD: dict[str, Any] = {
    "title": "Fitting at home",
    "believe": "People choose better at home.",
    "attempt": "Five fittings at home.",
    "together_with": "a district team",
    "will_see": "Four of five keep it.",
    "stops_when": "After three weeks.",
    "protects": None,
    "begins": None,
}


def explore(
    organisation: Organisation, form: Form = Form.TRANSITION, title: str = "From order to talk"
) -> Initiative:
    """Start a loop in its first round."""
    return actions.start(
        organisation=organisation, form=form, title=title, question="When do people feel known?"
    )


def joined(initiative: Initiative, membership: Membership, hours: str = "2") -> Joining:
    """Let someone take part."""
    return actions.join(initiative=initiative, membership=membership, hours=Decimal(hours))


def card(initiative: Initiative, **other: Any) -> Experiment:
    """Plan an experiment in the first round that is open."""
    round_ = initiative.rounds.get(ended=None)
    return actions.plan(round_=round_, **{**CARD, **other})


def url(name: str, *arguments: object) -> str:
    """Return an address of Noord's network."""
    return reverse(f"network:{name}", args=["noord", *arguments])


def post(browser: Client, name: str, *arguments: object, **data: object) -> Any:
    """Post a form to a route of the network and follow it to the next page."""
    return browser.post(url(name, *arguments), data, follow=True)


def text(answer: Any) -> str:
    """Return a page as one line of text."""
    return " ".join(answer.content.decode().split())


def undo(browser: Client, answer: Any) -> Any:
    """Press the undo button of the page that was answered."""
    notice = list(answer.context["messages"])[-1]
    assert notice.extra_tags, f"'{notice}' cannot be undone"
    return browser.post(notice.extra_tags, follow=True)
