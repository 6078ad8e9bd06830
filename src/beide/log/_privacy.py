"""What is never kept from a source: people, and whatever points back to one case or person."""

import hashlib
import hmac
import re
from collections.abc import Iterable

_PEOPLE = """
    resource resources user users username userid employee employees person persons people actor
    assignee owner agent originator author performer operator handler worker staff staffmember
    colleague manager supervisor doctor nurse clerk patient email mail phone telephone mobile birth
    birthdate birthday surname firstname lastname fullname bsn ssn iban address responsible
    contactperson customername clientname
    medewerker medewerkers medewerkernummer personeel personeelsnummer persoon personen gebruiker
    gebruikersnaam behandelaar behandelaars eigenaar uitvoerder verantwoordelijke aanvrager melder
    contactpersoon collega leidinggevende arts verpleegkundige achternaam voornaam geboortedatum
    telefoon telefoonnummer mobiel adres emailadres klantnaam patientnaam
"""
_GROUPS = """
    group groups role roles team teams department departments section sections unit type types kind
    count category level groep groepen rol rollen afdeling afdelingen sectie eenheid soort type
    categorie niveau aantal
"""
_PERSON_WORDS = frozenset(_PEOPLE.split())
_GROUP_WORDS = frozenset(_GROUPS.split())
_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


def names_a_person(column: str) -> bool:
    """Tell whether a column's name says that it holds people.

    >>> names_a_person("org:resource"), names_a_person("case:Responsible_actor")
    (True, True)
    >>> names_a_person("org:role"), names_a_person("responsible_section")
    (False, False)
    """
    words = {word.lower() for word in _WORD.findall(column)}
    words.add(re.sub(r"[^a-z]", "", column.lower()))
    return bool(words & _PERSON_WORDS) and not words & _GROUP_WORDS


def hashed(ids: Iterable[str], key: bytes) -> list[str]:
    """Return what is kept of case ids: the first 16 hexadecimals of their HMAC-SHA256."""
    return [hmac.new(key, each.encode(), hashlib.sha256).hexdigest()[:16] for each in ids]
