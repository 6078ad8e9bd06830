"""Which files can be added, told by how their name ends."""

from pathlib import PurePosixPath

from beide.log import FORMATS

KINDS = tuple(kind for kind in FORMATS if not kind.endswith(".gz"))
LONGEST_NAME = 120
_TEXT = (".csv", ".tsv", ".txt")
_WORKBOOK = (".xlsx", ".xlsm")


def suffix_of(name: str) -> str:
    """Return the end of a file's name that says what it is, or nothing when it cannot be read.

    >>> suffix_of("Orders 2025.CSV.gz"), suffix_of("orders.pdf")
    ('.csv.gz', '')
    """
    lowered = name.lower()
    return next((kind for kind in FORMATS if lowered.endswith(kind)), "")


def is_text(name: str) -> bool:
    """Tell whether a file's name says that it is text with a row a line."""
    return suffix_of(name).startswith(_TEXT)


def is_workbook(name: str) -> bool:
    """Tell whether a file's name says that it has sheets."""
    return suffix_of(name) in _WORKBOOK


def is_xes(name: str) -> bool:
    """Tell whether a file's name says that it is XES."""
    return suffix_of(name).startswith(".xes")


def plain_name(name: str) -> str:
    r"""Return what a file is called, without folders or unprintable signs.

    >>> plain_name("..\\..\\secret/orders\x00.csv")
    'orders.csv'
    """
    last = PurePosixPath(name.replace("\\", "/")).name
    return "".join(sign for sign in last if sign.isprintable())[-LONGEST_NAME:]
