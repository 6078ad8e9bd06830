"""The signs that compare: how they are written, said, and turned round."""

from typing import Literal, TypeAlias

from beide.text import Text

Sign: TypeAlias = Literal["<=", "<", ">=", ">", "=", "!="]

OPPOSITE: dict[Sign, Sign] = {"<=": ">", ">": "<=", ">=": "<", "<": ">=", "=": "!=", "!=": "="}

VALUE_SIGNS: dict[Sign, Text] = {
    "<=": Text(nl="hoogstens", en="at most"),
    "<": Text(nl="minder dan", en="less than"),
    ">=": Text(nl="minstens", en="at least"),
    ">": Text(nl="meer dan", en="more than"),
    "=": Text(nl="is", en="is"),
    "!=": Text(nl="is niet", en="is not"),
}
TIME_SIGNS: dict[Sign, Text] = {
    **VALUE_SIGNS,
    "<": Text(nl="korter dan", en="shorter than"),
    ">": Text(nl="langer dan", en="longer than"),
}
SIGNS: dict[str, Sign] = {
    **{sign: sign for sign in OPPOSITE},
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "<>": "!=",
    "==": "=",
    "within": "<=",
    "binnen": "<=",
    **{
        said: sign
        for signs in (VALUE_SIGNS, TIME_SIGNS)
        for sign, text in signs.items()
        for said in (text.nl, text.en)
    },
}
"""Every way to write a sign, in lower case."""
