"""What the engine must reach where the truth is known, and what each figure means."""

from collections.abc import Mapping
from dataclasses import dataclass

from beide.checks import Check
from beide.text import Text

DONE = Text(
    nl="{series} bedachte reeksen per wereld, waarvan bekend is of er een effect in zit.",
    en="{series} invented series in each world, of which it is known whether they hold an effect.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """What a figure must reach."""

    name: str
    least: float | None = None
    most: float | None = None
    text: Text

    def check(self, value: float) -> Check:
        """Hold a value against this bar."""
        return Check(name=self.name, value=value, least=self.least, most=self.most, text=self.text)


def _covered(world: str, nl: str, en: str, *, least: float, most: float | None = None) -> Bar:
    text = Text(
        nl=f"deel van de marges waar de waarheid in ligt, {nl}",
        en=f"share of intervals that hold the truth, {en}",
    )
    return Bar(name=f"coverage.{world}", least=least, most=most, text=text)


COVERAGE_BARS: Mapping[str, Bar] = {
    "persistence_0": _covered(
        "persistence_0",
        "als weken los van elkaar staan",
        "when weeks stand alone",
        least=0.93,
        most=0.99,
    ),
    "persistence_0.4": _covered(
        "persistence_0.4",
        "als een week op de vorige lijkt (0,4)",
        "when a week resembles the one before (0.4)",
        least=0.93,
        most=0.99,
    ),
    "persistence_0.7": _covered(
        "persistence_0.7",
        "als een week sterk op de vorige lijkt (0,7)",
        "when a week strongly resembles the one before (0.7)",
        least=0.93,
        most=0.99,
    ),
    "drift": _covered(
        "drift", "als het niveau langzaam verloopt", "when the level drifts", least=0.91
    ),
    "heavy_tails": _covered(
        "heavy_tails", "met soms een uitschieter", "with outliers now and then", least=0.93
    ),
    "small": _covered(
        "small", "met weinig weken (16 en 8)", "with few weeks (16 and 8)", least=0.93
    ),
    "compared": _covered(
        "compared", "met vier teams ernaast", "with four teams beside it", least=0.93
    ),
    "growing": _covered(
        "growing", "als het effect in zes weken groeit", "when it grows in six weeks", least=0.93
    ),
}
BARS: Mapping[str, Bar] = {
    bar.name: bar
    for bar in (
        Bar(
            name="peeking_false_alarm",
            most=0.05,
            text=Text(
                nl="ooit een vals alarm, als je 26 weken lang elke week kijkt",
                en="ever a false alarm, looking every week for 26 weeks",
            ),
        ),
        Bar(
            name="power_30",
            least=0.85,
            text=Text(nl="30% minder wordt gevonden", en="30% less is found"),
        ),
        Bar(
            name="power_30_compared",
            least=0.95,
            text=Text(
                nl="30% minder wordt gevonden, met vier teams ernaast",
                en="30% less is found, with four teams beside it",
            ),
        ),
        Bar(
            name="regression_to_mean",
            most=0.07,
            text=Text(
                nl="een begin na een slechte maand lijkt ten onrechte te helpen",
                en="a start after a bad month wrongly seems to help",
            ),
        ),
        Bar(
            name="panel_false_positive",
            most=0.06,
            text=Text(
                nl="teams die niets met elkaar te maken hebben, lijken elkaar te versterken",
                en="unconnected teams seem to strengthen each other",
            ),
        ),
        Bar(
            name="small_counts_coverage",
            least=0.93,
            text=Text(
                nl="deel van de marges waar de waarheid in ligt, met weinig casussen per week",
                en="share of intervals that hold the truth, with few cases a week",
            ),
        ),
    )
}
