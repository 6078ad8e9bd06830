"""How sure it is, as a number of people: easier to judge than a percentage."""

from collections.abc import Iterable, Mapping, Sequence

from beide.change import Form, content
from beide.reflect._model import Dimension
from beide.reflect._words import listed, say
from beide.text import Text

SURELY = 0.9
PROBABLY = 0.75


def out_of_ten(shares: Sequence[float]) -> tuple[int, ...]:
    """Return whole numbers that sum to 10, as near to these shares as can be.

    Parameters
    ----------
    shares
        At least one, none below 0; they need not sum to 1.

    Returns
    -------
    tuple of int

    >>> out_of_ten([0.64, 0.21, 0.15])
    (6, 2, 2)
    """
    total = sum(shares)
    wanted = [10 * share / total for share in shares]
    counts = [int(each) for each in wanted]
    by_rest = sorted(range(len(wanted)), key=lambda n: counts[n] - wanted[n])
    for place in by_rest[: 10 - sum(counts)]:
        counts[place] += 1
    return tuple(counts)


def where_it_stands(dimension: Dimension, changes: float) -> Text:
    """Return one sentence on whether this dimension changes, for a probability."""
    stays = 1 - changes
    if changes >= SURELY or stays >= SURELY:
        return say(dimension, "surely" if changes >= SURELY else "surely_stays")
    if changes >= PROBABLY:
        return say(dimension, "probably", count=round(10 * changes))
    if stays >= PROBABLY:
        return say(dimension, "probably_stays", count=round(10 * stays))
    return say(dimension, "open", count=round(10 * changes))


def how_sure(
    forms: tuple[Form, ...], chances: Mapping[Form, float], nearly: Mapping[Form, float]
) -> Text:
    """Return the probabilities as a number of people out of ten."""
    if len(forms) == 1:
        return _of_one(forms[0], chances[forms[0]], nearly[forms[0]])
    ordered = sorted(chances, key=lambda form: -chances[form])
    counts = out_of_ten([chances[form] for form in ordered])
    return _of_ten(
        say("sureness", "form", count=count, form=content().forms[form].name)
        for form, count in zip(ordered, counts, strict=True)
        if count
    )


def _of_one(form: Form, inside: float, nearly: float) -> Text:
    name = content().forms[form].name
    first, near, other = out_of_ten([inside, max(nearly - inside, 0.0), max(1 - nearly, 0.0)])
    if first == 10:  # never all of them: there is always a chance that it is otherwise
        return _of_ten([say("sureness", "nearly_all", form=name)])
    parts = [say("sureness", "form", count=first, form=name)] if first else []
    parts += [say("sureness", "near", count=near)] if near else []
    parts += [say("sureness", "else", count=other)] if other else []
    return _of_ten(parts)


def _of_ten(parts: Iterable[Text]) -> Text:
    return say("sureness", "of_ten", parts=listed(parts))
