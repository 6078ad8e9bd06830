"""Questions that cases cannot answer, refused with what would help."""

import numpy as np

from beide.discover._model import Cases
from beide.errors import TooLittleData, WrongOption

FEWEST_CASES = 300
FEWEST_WEEKS = 13
FEWEST_EITHER = 30
"""Cases that went well, and cases that did not."""
_PER_TYPE = 5


def check(cases: Cases) -> None:
    """Refuse too few cases, an outcome that nobody or everybody reaches, and a type per case.

    Raises
    ------
    TooLittleData
        When there are fewer than 300 cases, 13 weeks, 30 good cases or 30 others.
    WrongOption
        When nearly every case has a type of its own, so that none can be compared.
    """
    count = len(cases)
    check_count(count)
    weeks = int(cases.week.max() - cases.week.min()) + 1
    if weeks < FEWEST_WEEKS:
        raise TooLittleData(
            what_nl=f"de casussen beslaan {weeks} weken",
            what_en=f"the cases span {weeks} weeks",
            needed_nl=f"minstens {FEWEST_WEEKS}",
            needed_en=f"at least {FEWEST_WEEKS}",
        )
    _check_outcome(int(cases.good.sum()), count)
    types = len(np.unique(cases.kind))
    if types * _PER_TYPE > count:
        raise WrongOption(
            option="by",
            value=types,
            expected_nl="een kenmerk met hooguit enkele tientallen soorten; met zoveel soorten "
            f"bij {count} casussen is geen casus met een andere te vergelijken",
            expected_en="an attribute with a few dozen kinds at most; with so many kinds "
            f"in {count} cases no case can be compared with another",
        )


def check_count(count: int) -> None:
    """Raise ``TooLittleData`` when there are too few cases."""
    if count < FEWEST_CASES:
        raise TooLittleData(
            what_nl=f"er zijn {count} afgeronde casussen waarvan de uitkomst bekend is",
            what_en=f"there are {count} finished cases of which the outcome is known",
            needed_nl=f"minstens {FEWEST_CASES}",
            needed_en=f"at least {FEWEST_CASES}",
        )


def _check_outcome(good: int, count: int) -> None:
    if FEWEST_EITHER <= good <= count - FEWEST_EITHER:
        return
    raise TooLittleData(
        what_nl=f"{good} van {count} casussen zijn goed zoals je het vroeg",
        what_en=f"{good} of {count} cases are good in the way you asked",
        needed_nl=f"minstens {FEWEST_EITHER} goede en {FEWEST_EITHER} andere; kies een "
        + ("ruimere" if good < FEWEST_EITHER else "strengere")
        + " grens",
        needed_en=f"at least {FEWEST_EITHER} good ones and {FEWEST_EITHER} others; choose a "
        + ("wider" if good < FEWEST_EITHER else "stricter")
        + " limit",
    )


def check_share(option: str, value: float) -> None:
    """Raise ``WrongOption`` when a share is not above 0 and below 1."""
    if not 0 < value < 1:
        raise WrongOption(
            option=option,
            value=value,
            expected_nl="een deel boven 0 en onder 1, zoals 0.05",
            expected_en="a share above 0 and below 1, such as 0.05",
        )


def check_depth(depth: int) -> None:
    """Raise ``WrongOption`` when conditions would have none or more than three features."""
    if depth not in (1, 2, 3):
        raise WrongOption(
            option="depth", value=depth, expected_nl="1, 2 of 3", expected_en="1, 2 or 3"
        )
