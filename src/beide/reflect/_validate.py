"""The reflection tried on people whose position is known, to see what it knows."""

from dataclasses import asdict, dataclass
from time import perf_counter

import numpy as np

from beide.checks import Check
from beide.reflect._load import bank as shipped
from beide.reflect._measures import Measures, measure
from beide.reflect._model import Rules
from beide.reflect._simulate import World, adaptive, draw_people, fixed, with_sharpness
from beide.text import Text

SEED = 2026
PEOPLE = 20_000
QUICK_PEOPLE = 4_000
# With few people, chance alone moves what is found by about this much.
QUICK_MARGIN = 0.015
SHARPNESS = 1.5
CLEAN = World()
NOISY = World(noise=0.05, style=0.4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """What the simulated people showed.

    ``checks`` have bounds; ``found`` holds everything measured: the reflection with sharp
    statements (``adaptive``), the same with careless people (``noisy``), with the statements as
    they are shipped (``shipped``), and the same 6 or 12 statements for all (``fixed_6``,
    ``fixed_12``).
    """

    people: int
    seed: int
    seconds: float
    checks: tuple[Check, ...]
    found: dict[str, Measures]

    @property
    def holds(self) -> bool:
        """Whether every check holds."""
        return all(check.holds for check in self.checks)

    @property
    def text(self) -> Text:
        """Say what was done."""
        return Text(
            nl="{people} bedachte mensen, van wie bekend is waar ze staan, deden de reflectie. "
            "De stellingen zijn even scherp gesteld (a = 1,5) en hebben de richting en de plek "
            "van de echte.",
            en="{people} invented people, of whom it is known where they stand, took the "
            "reflection. Its statements are made equally sharp (a = 1.5) and have the direction "
            "and the place of the real ones.",
        ).format(people=self.people)

    def to_dict(self) -> dict[str, object]:
        """Return everything for programs: each check by its name, the bounds, and the rest."""
        return {
            **{check.name: round(check.value, 4) for check in self.checks},
            "holds": self.holds,
            "bounds": {
                check.name: {"least": check.least, "most": check.most, "holds": check.holds}
                for check in self.checks
            },
            "people": self.people,
            "seed": self.seed,
            "seconds": self.seconds,
            "discrimination": SHARPNESS,
            **{name: _rounded(measures) for name, measures in self.found.items()},
        }


def validate(*, quick: bool = False, seed: int = SEED) -> Validity:
    """Try the reflection on people with a known position.

    They go through the same functions as everyone, many at once. Their answers are drawn from
    the graded response model, in one run with 5% random answers and a tendency to agree with
    anything that differs between people by 0.4 standard deviations.

    Parameters
    ----------
    quick
        Fewer people. The bounds are then wider by what chance adds.
    seed
        Of all that is drawn.

    Returns
    -------
    Validity
        Takes some ten seconds, or two when quick.
    """
    begun = perf_counter()
    people = QUICK_PEOPLE if quick else PEOPLE
    found = _tried(people, np.random.default_rng(seed))
    return Validity(
        people=people,
        seed=seed,
        seconds=round(perf_counter() - begun, 1),
        checks=_checks(found, margin=QUICK_MARGIN if quick else 0.0),
        found=found,
    )


def _tried(count: int, rng: np.random.Generator) -> dict[str, Measures]:
    rules, real = Rules(), shipped()
    sharp = with_sharpness(real, SHARPNESS)
    people = draw_people(count, CLEAN, rules, rng)
    noisy = draw_people(count, NOISY, rules, rng)
    return {
        "adaptive": measure(people, adaptive(people, sharp, rules, CLEAN, rng), rules),
        "noisy": measure(noisy, adaptive(noisy, sharp, rules, NOISY, rng), rules),
        "shipped": measure(people, adaptive(people, real, rules, CLEAN, rng), rules),
        "fixed_6": measure(people, fixed(people, sharp, 6, rules, CLEAN, rng), rules),
        "fixed_12": measure(people, fixed(people, sharp, 12, rules, CLEAN, rng), rules),
    }


def _checks(found: dict[str, Measures], *, margin: float) -> tuple[Check, ...]:
    sharp, noisy = found["adaptive"], found["noisy"]
    return (
        Check(
            name="ece",
            value=sharp.ece,
            most=0.02 + margin,
            text=Text(
                nl="Zegt de reflectie 7 van de 10, dan is het ook zo vaak zo. Gemiddeld verschil",
                en="When the reflection says 7 out of 10, it is so that often. Mean difference",
            ),
        ),
        Check(
            name="ece_noisy",
            value=noisy.ece,
            most=0.05 + margin,
            text=Text(
                nl="Hetzelfde als mensen slordig antwoorden of graag ja zeggen. Gemiddeld verschil",
                en="The same when people are careless or like to agree. Mean difference",
            ),
        ),
        Check(
            name="median_questions",
            value=sharp.median_questions,
            most=6,
            text=Text(
                nl="De helft van de mensen krijgt niet meer vragen dan",
                en="Half of the people get no more questions than",
            ),
        ),
        Check(
            name="accuracy_clear",
            value=sharp.accuracy_clear,
            least=0.9 - margin,
            text=Text(
                nl="Wie duidelijk bij één vorm hoort, krijgt die als waarschijnlijkste. Aandeel",
                en="People who clearly belong to one form get it as the likeliest. Share",
            ),
        ),
        Check(
            name="accuracy_declared",
            value=sharp.accuracy_declared,
            least=0.88 - margin,
            text=Text(
                nl="Noemt de reflectie één vorm, dan klopt die of ligt die er vlak naast. Aandeel",
                en="When one form is named, it is right or just next to it. Share",
            ),
        ),
        Check(
            name="coverage90",
            value=sharp.coverage90,
            least=0.88 - margin,
            most=0.96 + margin,
            text=Text(
                nl="De plek van mensen ligt in wat de reflectie met 90% zekerheid zegt. Aandeel",
                en="People's place lies within what the reflection says with 90% sureness. Share",
            ),
        ),
    )


def _rounded(measures: Measures) -> dict[str, float]:
    return {name: round(value, 4) for name, value in asdict(measures).items()}
