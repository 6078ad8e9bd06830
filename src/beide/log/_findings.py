"""What a reading found, in plain words: the lines of the check report."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from beide.text import Text

Kind: TypeAlias = Literal["note", "look"]
"""Something to know, or something to look into."""

_SAYS: Mapping[str, tuple[Kind, Text]] = {
    "rows": (
        "note",
        Text(
            nl="Gelezen rijen: {count}. Casussen: {cases}. Stappen: {activities}. Gebeurtenissen "
            "in het log: {events}.",
            en="Rows read: {count}. Cases: {cases}. Activities: {activities}. Events in the log: "
            "{events}.",
        ),
    ),
    "no_value": (
        "look",
        Text(
            nl="Weggelaten, rijen zonder casus, stap of tijd: {count}. De eerste is rij {row}, "
            "kolom '{column}'.",
            en="Left out, rows without a case, an activity or a time: {count}. The first is row "
            "{row}, column '{column}'.",
        ),
    ),
    "left_out": (
        "note",
        Text(
            nl="Weggelaten op verzoek, rijen met '{activity}': {count}.",
            en="Left out as asked, rows with '{activity}': {count}.",
        ),
    ),
    "person": (
        "note",
        Text(
            nl="Niet bewaard, want over personen: {columns}.",
            en="Not kept, about people: {columns}.",
        ),
    ),
    "identifier": (
        "note",
        Text(
            nl="Niet bewaard, want te herleiden tot één casus of persoon: {columns}.",
            en="Not kept, leading back to one case or person: {columns}.",
        ),
    ),
    "case": (
        "note",
        Text(
            nl="Niet bewaard, want gelijk aan de casus: {columns}.",
            en="Not kept, the same as the case: {columns}.",
        ),
    ),
    "empty": (
        "note",
        Text(
            nl="Niet bewaard, want overal leeg: {columns}.",
            en="Not kept, empty everywhere: {columns}.",
        ),
    ),
    "free_text": (
        "note",
        Text(
            nl="Niet bewaard, want vrije tekst: {columns}.",
            en="Not kept, free text: {columns}.",
        ),
    ),
    "nested": (
        "note",
        Text(
            nl="Niet bewaard, want met lijsten of bestanden in een rij: {columns}.",
            en="Not kept, with lists or files inside a row: {columns}.",
        ),
    ),
    "other": (
        "note",
        Text(nl="Niet bewaard ({reason}): {columns}.", en="Not kept ({reason}): {columns}."),
    ),
    "repeated": (
        "look",
        Text(
            nl="Rijen die in alles wat het log bewaart gelijk zijn aan een eerdere: {count}, "
            "zoals rij {row}. Ze zijn bewaard; haal ze uit de bron als ze er dubbel in staan.",
            en="Rows that are equal to an earlier one in everything the log keeps: {count}, "
            "such as row {row}. They were kept; take them out of the source if they are there "
            "twice.",
        ),
    ),
    "equal_times": (
        "note",
        Text(
            nl="Gebeurtenissen op dezelfde tijd als die ervoor in hun casus: {count}. Ze staan in "
            "de volgorde van het bestand.",
            en="Events at the same time as the one before in their case: {count}. They stand in "
            "the order of the file.",
        ),
    ),
    "out_of_order": (
        "note",
        Text(
            nl="Gebeurtenissen die in het bestand na een latere van hun casus staan: {count}. De "
            "eerste is rij {row}. Ze zijn op tijd gezet; springt de klok van een systeem terug, "
            "dan klopt hun tijd niet.",
            en="Events that stand in the file after a later one of their case: {count}. The first "
            "is row {row}. They were put in order of time; if a system's clock jumps back, their "
            "time is wrong.",
        ),
    ),
    "late_start": (
        "look",
        Text(
            nl="Stappen die pas beginnen nadat ze klaar zijn: {count}. De eerste is rij {row}. Ze "
            "zijn bewaard zoals ze zijn.",
            en="Activities that begin only after they are finished: {count}. The first is row "
            "{row}. They were kept as they are.",
        ),
    ),
    "no_end": (
        "look",
        Text(
            nl="Stappen die wel zijn begonnen maar geen einde hebben: {count}. Ze staan op hun "
            "begin, en hoe lang ze duurden is niet bekend.",
            en="Activities that were begun but have no end: {count}. They stand at their "
            "beginning, and how long they took is not known.",
        ),
    ),
    "no_start": (
        "look",
        Text(
            nl="Stappen waarvan het begin niet bekend is, terwijl het bij andere wel zo is: "
            "{count}. Hoe lang ze duurden is niet bekend.",
            en="Activities of which the start is not known, while it is of others: {count}. How "
            "long they took is not known.",
        ),
    ),
    "pairs": (
        "note",
        Text(
            nl="Begin en einde van een stap samengevoegd tot één gebeurtenis: {count} keer.",
            en="Start and completion of an activity joined into one event: {count} times.",
        ),
    ),
    "transition": (
        "note",
        Text(
            nl="Weggelaten, overgangen '{name}': {count}. Ze zeggen iets over een stap, maar zijn "
            "niet de stap.",
            en="Left out, transitions '{name}': {count}. They say something about an activity, but "
            "are not the activity.",
        ),
    ),
    "zone": (
        "note",
        Text(
            nl="Tijden zonder tijdzone, gelezen als {zone}: {count}.",
            en="Times without a time zone, read as {zone}: {count}.",
        ),
    ),
    "no_zone": (
        "look",
        Text(
            nl="Tijden zonder tijdzone, gelezen als UTC: {count}. Kloppen de uren niet, lees dan "
            "opnieuw met de tijdzone, zoals zone='Europe/Amsterdam'.",
            en="Times without a time zone, read as UTC: {count}. If the hours are not right, read "
            "again with the zone, such as zone='Europe/Amsterdam'.",
        ),
    ),
    "skipped": (
        "look",
        Text(
            nl="Tijden in het uur dat de klok in {zone} oversloeg: {count}. De eerste is rij "
            "{row}. Ze zijn gelezen alsof de klok nog niet vooruit was gezet.",
            en="Times in the hour that the clock in {zone} skipped: {count}. The first is row "
            "{row}. They were read as if the clock had not gone forward yet.",
        ),
    ),
    "twice": (
        "look",
        Text(
            nl="Tijden in het uur dat er in {zone} twee keer was: {count}. De eerste is rij "
            "{row}. Ze zijn gelezen als de eerste keer.",
            en="Times in the hour that was there twice in {zone}: {count}. The first is row "
            "{row}. They were read as the first time.",
        ),
    ),
    "artificial": (
        "look",
        Text(
            nl="'{activity}' lijkt door een programma toegevoegd aan {count} casussen, en geen "
            "werk. Laat het weg met drop_activities, als dat zo is.",
            en="'{activity}' looks added by a program to {count} cases, and not work. Leave it out "
            "with drop_activities, if so.",
        ),
    ),
    "future": (
        "look",
        Text(
            nl="Tijden in de toekomst: {count}. De eerste is rij {row}: {value}.",
            en="Times in the future: {count}. The first is row {row}: {value}.",
        ),
    ),
    "far_off": (
        "look",
        Text(
            nl="Gebeurtenissen ver buiten de periode van de andere: {count}. De periode is hier "
            "van {from_} tot en met {until}.",
            en="Events far outside the period of the others: {count}. The period is here from "
            "{from_} up to {until}.",
        ),
    ),
    "whole_days": (
        "look",
        Text(
            nl="Tijden om middernacht precies, dus waarschijnlijk dagen zonder tijd: {count}. "
            "Doorlooptijden zijn dan op een dag nauwkeurig.",
            en="Times at exactly midnight, so probably days without a time: {count}. Lead times "
            "are then exact to a day.",
        ),
    ),
    "gap": (
        "look",
        Text(
            nl="Perioden waarin niets gebeurde en dat ongewoon is: {count}. De langste is van "
            "{from_} tot {until}. Ontbreekt daar iets in de bron?",
            en="Periods in which nothing happened, which is unusual: {count}. The longest is from "
            "{from_} to {until}. Is something missing in the source there?",
        ),
    ),
    "ends": (
        "note",
        Text(
            nl="Casussen eindigen met: {activities}. Zo niet, zeg het met ends.",
            en="Cases end with: {activities}. If not, say so with ends.",
        ),
    ),
    "ends_unclear": (
        "look",
        Text(
            nl="Casussen eindigen met veel verschillende stappen. Een casus telt hier als af als "
            "er lang niets meer gebeurde. Zeg met ends welke stappen een casus afronden.",
            en="Cases end with many different activities. A case counts here as finished when "
            "nothing happened in it for long. Say with ends which activities finish a case.",
        ),
    ),
    "ends_unknown": (
        "look",
        Text(
            nl="Er zijn te weinig casussen om te zien welke al af zijn. Ze tellen hier alle "
            "{count} als af. Zeg met ends welke stappen een casus afronden.",
            en="There are too few cases to see which are finished. All {count} count here as "
            "finished. Say with ends which activities finish a case.",
        ),
    ),
    "running": (
        "note",
        Text(
            nl="Casussen die nog liepen toen het log ophield: {count}. Ze tellen niet als af.",
            en="Cases that were still going on when the log ended: {count}. They do not count as "
            "finished.",
        ),
    ),
    "stopped": (
        "look",
        Text(
            nl="Casussen die lang stilliggen bij een stap waarmee casussen niet eindigen: {count}. "
            "Ze tellen niet als af.",
            en="Cases long silent at an activity with which cases do not end: {count}. They do "
            "not count as finished.",
        ),
    ),
    "cut_start": (
        "note",
        Text(
            nl="Casussen die al waren begonnen voor het log begint: {count}. Hun doorlooptijd "
            "telt niet mee.",
            en="Cases that had begun before the log does: {count}. Their lead time does not count.",
        ),
    ),
    "steady": (
        "note",
        Text(
            nl="Voor {steady} kunnen vooral snelle casussen in het log zijn afgerond. Weken ervoor "
            "lijken daardoor beter dan ze waren.",
            en="Before {steady} mainly quick cases can have been finished within the log. Weeks "
            "before it look better than they were for that reason.",
        ),
    ),
    "changed": (
        "note",
        Text(
            nl="Bijgewerkt in casussen die er al waren: {count}.",
            en="Brought up to date in cases that were there already: {count}.",
        ),
    ),
    "known": (
        "note",
        Text(
            nl="Gebeurtenissen die het log al had en niet nog eens kreeg: {count}.",
            en="Events that the log had already and did not get again: {count}.",
        ),
    ),
    "note": ("note", Text(nl="{nl}", en="{en}")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that a reading found: ``count`` of it, and ``data`` that fills the sentence.

    Rows count as a person sees them in the source, from 1.
    """

    code: str
    count: int = 0
    data: Mapping[str, Any] = field(default_factory=dict)

    @property
    def kind(self) -> Kind:
        """Whether it is something to know (``note``) or to look into (``look``)."""
        return _SAYS[self.code][0]

    @property
    def text(self) -> Text:
        """The finding as a sentence, with the language's thousands marks.

        >>> Finding(code="pairs", count=1200).text.nl
        'Begin en einde van een stap samengevoegd tot één gebeurtenis: 1.200 keer.'
        """
        says = _SAYS[self.code][1]
        return Text(
            nl=says.nl.format(**{name: _written(it, ".") for name, it in self._filled.items()}),
            en=says.en.format(**{name: _written(it, ",") for name, it in self._filled.items()}),
        )

    @property
    def _filled(self) -> dict[str, Any]:
        # A row is a place, not an amount: it gets no thousands marks.
        plain = {name: str(it) if name == "row" else it for name, it in self.data.items()}
        return {"count": self.count, **plain}

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {"code": self.code, "count": self.count, "data": dict(self.data)}


def _written(value: object, mark: str) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}".replace(",", mark)
    return str(value)
