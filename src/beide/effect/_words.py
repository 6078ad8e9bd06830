"""Effects in plain words."""

from beide.effect._result import Range, Verdict
from beide.effect._series import Kind
from beide.text import Text

WHY_THEN = Text(
    nl="Waarom begonnen jullie juist toen? Na een slechte maand volgt vaak vanzelf een betere, "
    "ook als je niets doet.",
    en="Why did you start just then? A bad month is often followed by a better one by itself, "
    "even if you do nothing.",
)
VERDICTS = {
    Verdict.IMPROVED: Text(nl="Verbeterd", en="Improved"),
    Verdict.PROBABLY: Text(nl="Waarschijnlijk verbeterd", en="Probably improved"),
    Verdict.CANNOT_TELL: Text(nl="Niet te zeggen", en="Cannot tell"),
    Verdict.WORSE: Text(nl="Slechter", en="Worse"),
}
BAD_MONTH = Text(
    nl="De vier weken voor de start waren ongewoon slecht. Een deel van de verbetering kan vanzelf "
    "zijn gekomen. Daarom telt hier de hele periode ervoor, niet alleen die maand.",
    en="The four weeks before the start were unusually bad. Part of the improvement may have come "
    "by itself. That is why the whole period before counts here, not only that month.",
)
UNSTEADY = Text(
    nl="Op {missed} van {tried} eerdere datums, waarop niets begon, leek er ook een effect te "
    "zijn. Daarom zegt Beide hier minder dan de cijfers alleen zouden zeggen.",
    en="On {missed} of {tried} earlier dates, on which nothing began, there seemed to be an effect "
    "too. That is why Beide says less here than the figures alone would.",
)
ELSEWHERE = Text(
    nl="Bij {teams}, waar niets begon, gebeurde hetzelfde of meer. Daarom zegt Beide hier minder.",
    en="In {teams}, where nothing began, the same happened or more. That is why Beide says less "
    "here.",
)
BESIDE = Text(
    nl="Op {day} begon iets anders dat op dezelfde uitkomst werkt. De vergelijking klopt alleen "
    "als dat ook bij de andere teams speelt.",
    en="On {day} something else began that acts on the same outcome. The comparison is only right "
    "if it happens in the other teams too.",
)
SINCE = Text(
    nl="Op {day} begon al iets anders. De weken daarvoor tellen niet mee.",
    en="On {day} something else had begun. The weeks before that are left out.",
)
TOO_EARLY = Text(
    nl="Afgesproken is om op {day} te kijken. Tot dan is het te vroeg voor een oordeel.",
    en="You agreed to look on {day}. Until then it is too early for a verdict.",
)
FEW_PLACEBOS = Text(
    nl="Er zijn te weinig weken van voor de start om te zien hoe vaak Beide zich hier vergist.",
    en="There are too few weeks from before the start to see how often Beide is mistaken here.",
)
_FEW = 9.95
"""Below this many percent a decimal says something."""


def verdict_text(kind: Kind, verdict: Verdict, change: float, interval: Range) -> Text:
    """Return a verdict with its interval."""
    word, size, ends = VERDICTS[verdict], change_text(kind, change), interval_text(kind, interval)
    if verdict is Verdict.CANNOT_TELL:
        return Text(
            nl=f"{word.nl}: de verandering na de start ligt {ends.nl}.",
            en=f"{word.en}: the change after the start is {ends.en}.",
        )
    return Text(
        nl=f"{word.nl}: {size.nl} na de start, waarschijnlijk {ends.nl}.",
        en=f"{word.en}: {size.en} after the start, likely {ends.en}.",
    )


def smallest_text(kind: Kind, smallest: float) -> Text:
    """Return what could have been seen at all."""
    size = _size(kind, smallest)
    return Text(
        nl=f"Een verandering van {size.nl} of meer hadden we met deze weken meestal gezien.",
        en=f"With these weeks we would mostly have seen a change of {size.en} or more.",
    )


def change_text(kind: Kind, change: float) -> Text:
    """Return a change with its direction, such as ``24% lower``."""
    size = _size(kind, abs(change))
    if size.en == _size(kind, 0.0).en:
        return Text(nl="ongeveer gelijk", en="about the same")
    if change < 0:
        return Text(nl=f"{size.nl} lager", en=f"{size.en} lower")
    return Text(nl=f"{size.nl} hoger", en=f"{size.en} higher")


def interval_text(kind: Kind, interval: Range) -> Text:
    """Return both ends of an interval, such as ``between 12% and 34% lower``."""
    low, high = interval
    if low < 0 < high:
        least, most = change_text(kind, low), change_text(kind, high)
        return Text(nl=f"tussen {least.nl} en {most.nl}", en=f"between {least.en} and {most.en}")
    near, far = sorted((abs(low), abs(high)))
    end = change_text(kind, far if low + high > 0 else -far)
    begin = _number(kind, near) + ("%" if kind is Kind.AMOUNT else "")
    return Text(nl=f"tussen {_dutch(begin)} en {end.nl}", en=f"between {begin} and {end.en}")


def _size(kind: Kind, size: float) -> Text:
    number = _number(kind, size)
    if kind is Kind.RATING:
        return Text(nl=f"{_dutch(number)} punt", en=f"{number} points")
    if kind is Kind.SHARE:
        return Text(nl=f"{_dutch(number)} procentpunt", en=f"{number} percentage points")
    return Text(nl=f"{_dutch(number)}%", en=f"{number}%")


def _number(kind: Kind, size: float) -> str:
    """Return a size with as many decimals as anyone needs."""
    if kind is Kind.RATING:
        return f"{size:.2f}" if size < 1 else f"{size:.1f}"
    return f"{100 * size:.1f}" if 100 * size < _FEW else f"{100 * size:.0f}"


def _dutch(number: str) -> str:
    return number.replace(".", ",")
