"""Which files can be added, told by how their name ends."""

from pathlib import PurePosixPath

KINDS = (".csv", ".csv.gz", ".xes", ".xes.gz")
LONGEST_NAME = 120


def suffix_of(name: str) -> str:
    """Return the end of a file's name that says what it is, or nothing when it cannot be read.

    >>> suffix_of("Orders 2025.CSV.gz"), suffix_of("orders.xlsx")
    ('.csv.gz', '')
    """
    lowered = name.lower()
    return next((kind for kind in KINDS if lowered.endswith(kind)), "")


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
