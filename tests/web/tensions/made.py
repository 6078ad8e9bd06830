"""Tensions that tests know."""

from beide.change import Fit, Form, Origin
from beide.web.organisation.models import Membership
from beide.web.tensions import actions
from beide.web.tensions.models import Tension

FULL = {
    "what": "Klanten vragen ons mee te denken, en wij sturen een artikelnummer.",
    "meanwhile": "Elk bed staat er dezelfde dag.",
    "origin": "customer_question",
    "fits": "partly",
}


def bring(
    author: Membership, *, signed: bool = True, what: str = FULL["what"], origin: str = "other"
) -> Tension:
    """Bring a tension into the author's organisation."""
    return actions.bring(
        organisation=author.organisation,
        author=author if signed else None,
        what=what,
        meanwhile=FULL["meanwhile"],
        origin=Origin(origin),
        fits=Fit.PARTLY,
    )


def see_as(tension: Tension, form: Form, why: str = "") -> None:
    """Choose a form for a tension."""
    actions.choose(
        tension=tension,
        configuration_changes=form.configuration_changes,
        paradigm_shifts=form.paradigm_shifts,
        why=why,
    )
