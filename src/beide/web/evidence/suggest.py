"""Which column is probably which, told by its name in Dutch or English. Only a suggestion."""

import re
from collections.abc import Mapping, Sequence

# The most telling name first.
NAMES: Mapping[str, str] = {
    "case": """caseconceptname caseid case casenumber casusid casus casusnummer zaak zaakid
        zaaknummer dossier dossiernummer order orderid ordernumber ordernummer bestelling
        bestelnummer bestellingnummer aanvraag aanvraagnummer aanvraagid ticket ticketid traceid""",
    "activity": """conceptname activity activityname activiteit step stap stapnaam event eventname
        gebeurtenis handeling taak task processtap processtep actie action""",
    "time": """timetimestamp timestamp completetimestamp completetime endtimestamp endtime end
        tijdstip tijdstempel eindtijd einde eind klaar afgerond gereed time tijd datumtijd datetime
        datum date""",
    "start": """starttimestamp starttime start starttijd begintijd begin begonnen startdatum
        startdate""",
    "role": "orgrole role rol orggroup team afdeling department group groep functie",
}


def suggested(columns: Sequence[str]) -> dict[str, str]:
    """Return a column for each thing that a name gives away; none is used twice.

    >>> suggested(["Ordernummer", "Stap", "Tijdstip", "Rol"])
    {'case': 'Ordernummer', 'activity': 'Stap', 'time': 'Tijdstip', 'role': 'Rol'}
    """
    plain = {column: re.sub(r"[^a-z]", "", column.lower()) for column in columns}
    chosen: dict[str, str] = {}
    for what, known_names in NAMES.items():
        names = known_names.split()
        known = [
            column for column in columns if column not in chosen.values() and plain[column] in names
        ]
        if known:
            chosen[what] = min(known, key=lambda column: names.index(plain[column]))
    return chosen
