"""The statements on a card: a fixed set out of the bank, so that counts can be added up."""

from beide import reflect
from beide.reflect import Dimension, Statement

ON_A_CARD = 8


def on_cards() -> list[Statement]:
    """Return the statements: as many of each dimension, anchors first, half of them reversed."""
    chosen = [_of(dimension, ON_A_CARD // 2) for dimension in Dimension]
    return [statement for pair in zip(*chosen, strict=True) for statement in pair]


def _of(dimension: Dimension, count: int) -> list[Statement]:
    """Return the sharpest ones, taking the two ways round in turn."""
    of_it = [each for each in reflect.bank().statements if each.dimension is dimension]
    ranked = sorted(of_it, key=lambda each: (not each.anchor, -each.parameters.a, each.key))
    chosen: list[Statement] = []
    for want in range(count):
        turned = want % 2 == 1
        fitting = [each for each in ranked if each not in chosen and each.reversed == turned]
        anchors = [each for each in ranked if each.anchor and each not in chosen]
        chosen.append((anchors or fitting or ranked)[0])
    return chosen
