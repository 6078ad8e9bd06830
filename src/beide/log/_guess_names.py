"""What a column's name says about what it holds, in Dutch and in English."""

import re
from collections.abc import Mapping
from typing import Literal, TypeAlias

Role: TypeAlias = Literal["case", "activity", "start", "time", "role", "rating", "cost", "outcome"]

_STANDARD: Mapping[Role, str] = {
    "case": "case:concept:name",
    "activity": "concept:name",
    "start": "start_timestamp",
    "time": "time:timestamp",
    "role": "org:role",
}
_WORDS: Mapping[Role, str] = {
    "case": """
        case cases trace order orders ticket request claim application incident dossier dossiers
        casus zaak bestelling aanvraag melding opdracht declaratie
    """,
    "activity": """
        activity activities step steps task action operation event
        activiteit activiteiten stap stappen taak actie handeling bewerking gebeurtenis
    """,
    "start": "start started begin begun starting starttijd startdatum begintijd begonnen aanvang",
    "time": """
        time timestamp date datetime moment end ended complete completed finish finished done
        tijd tijdstip datum einde eind eindtijd einddatum klaar gereed afgerond
    """,
    "role": """
        role roles team teams department group unit section division
        rol rollen afdeling groep eenheid sectie ploeg
    """,
    "rating": """
        rating satisfaction nps csat stars
        waardering tevredenheid klantcijfer rapportcijfer klantwaardering beoordeling cijfer score
    """,
    "cost": "cost costs price amount fee kosten prijs bedrag tarief eur euro euros",
    "outcome": """
        outcome result returned rework reworked right
        uitkomst resultaat retour geretourneerd herstel herstelwerk goed
    """,
}
_KIND_WORDS = """
    type kind status state priority category class soort prioriteit categorie klasse
"""
_NUMBER_WORDS = "id ids nr no number num code key nummer identifier sleutel"
_KINDS = frozenset(_KIND_WORDS.split())
_NUMBERS = frozenset(_NUMBER_WORDS.split())
_FINAL_WORDS = """
    end ended complete completed finish finished done
    einde eind eindtijd einddatum klaar gereed afgerond
"""
_FINAL = frozenset(_FINAL_WORDS.split())
_ENDS = ("nummer", "number", "code", "nr", "id")
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")

STANDARD, CLEAR, HINT, NOTHING = 3, 2, 1, 0


def fit(column: str, role: Role) -> int:
    """Return how clearly a name says that the column has a role, from ``NOTHING`` up.

    >>> fit("case:concept:name", "case"), fit("Ordernummer", "case"), fit("order type", "case")
    (3, 2, 0)
    """
    if column.lower() == _STANDARD.get(role):
        return STANDARD
    words = {word.lower() for word in _WORD.findall(column)}
    if column.lower() in _STANDARD.values():
        return NOTHING
    known = frozenset(_WORDS[role].split())
    if role == "case":
        return _fit_of_case(words, known)
    if words & _NUMBERS and role == "activity":
        return HINT if words & known else NOTHING
    return CLEAR if words & known else NOTHING


def _fit_of_case(words: set[str], known: frozenset[str]) -> int:
    if words & _KINDS:
        return NOTHING
    stems = {word.removesuffix(end) for word in words for end in _ENDS}
    if stems & known:
        return CLEAR
    return HINT if words & _NUMBERS else NOTHING


def ends(column: str) -> bool:
    """Tell whether a name says that something ended, rather than only that it is a time."""
    return bool({word.lower() for word in _WORD.findall(column)} & _FINAL)
