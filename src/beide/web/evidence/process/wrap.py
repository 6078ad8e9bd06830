"""The name of a step in the few lines that fit in its box."""

import re

WIDEST = 21  # letters in a line, about
LINES = 2


def wrapped(name: str, *, widest: int = WIDEST, most: int = LINES) -> list[str]:
    """Return a name in at most so many lines; what does not fit ends in three dots.

    >>> wrapped("Meetformulier controleren bij de klant thuis met de hele familie")
    ['Meetformulier', 'controleren bij de k…']
    """
    lines: list[str] = []
    for word in re.split(r"(?<=[_/-])|\s+", name.strip()):
        joint = "" if lines and lines[-1][-1:] in "_/-" else " "
        if lines and len(lines[-1]) + len(joint) + len(word) <= widest:
            lines[-1] += joint + word
        elif word:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [line if len(line) <= widest else f"{line[: widest - 1]}…" for line in lines]
