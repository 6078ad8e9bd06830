"""What the engine must reach where the truth is known, and what each figure means."""

from collections.abc import Mapping
from dataclasses import dataclass

from beide.checks import Check
from beide.text import Text

DONE = Text(
    nl="{logs} logs van bedachte organisaties waarvan bekend is hoeveel ruimte er is.",
    en="{logs} logs of invented organisations of which it is known how much room there is.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """What a figure must reach; with few logs less is asked, because chance weighs more."""

    name: str
    least: float | None = None
    most: float | None = None
    quick_least: float | None = None
    text: Text

    def check(self, value: float, *, quick: bool) -> Check:
        """Hold a value against this bar."""
        least = self.quick_least if quick and self.quick_least is not None else self.least
        return Check(name=self.name, value=value, least=least, most=self.most, text=self.text)


_ALL = (
    Bar(
        name="erlang_gap",
        most=0.015,
        text=Text(
            nl="verschil met de formule van Erlang voor wachten",
            en="difference with Erlang's formula for waiting",
        ),
    ),
    Bar(
        name="safe_rate",
        least=0.95,
        quick_least=0.8,
        text=Text(
            nl="deel van de antwoorden waarmee de belofte echt gehouden wordt",
            en="share of the answers with which the promise truly holds",
        ),
    ),
    Bar(
        name="share_of_true.13",
        least=0.55,
        quick_least=0.4,
        text=Text(
            nl="deel van de echte ruimte dat gevonden wordt, met 13 weken",
            en="share of the true room that is found, with 13 weeks",
        ),
    ),
    Bar(
        name="share_of_true.26",
        least=0.65,
        quick_least=0.5,
        text=Text(
            nl="deel van de echte ruimte dat gevonden wordt, met 26 weken",
            en="share of the true room that is found, with 26 weeks",
        ),
    ),
    Bar(
        name="gate_pass",
        least=0.6,
        quick_least=0.3,
        text=Text(
            nl="deel van de gewone logs dat door de poort komt",
            en="share of the ordinary logs that pass the gate",
        ),
    ),
    Bar(
        name="gate_fail",
        least=0.9,
        quick_least=0.6,
        text=Text(
            nl="deel van de logs waarin iets veranderde dat de poort tegenhoudt",
            en="share of the logs in which something changed that the gate stops",
        ),
    ),
)
BARS: Mapping[str, Bar] = {bar.name: bar for bar in _ALL}
