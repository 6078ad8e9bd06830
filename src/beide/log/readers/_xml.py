"""XML in pieces, without what makes XML dangerous or an error that nobody understands."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.parsers import expat

from beide.log.readers._files import chunks, unreadable


def parse(path: Path, parser: Any, told: Callable[[float], None]) -> None:
    """Let a parser of expat read a file, packed or not, in a constant amount of memory.

    Raises ``UnreadableFile`` when the XML is wrong or cut off, its encoding is not known, or it
    declares entities of its own, with which a small file can become a huge one.
    """

    def refuse(*_: object) -> None:
        raise unreadable(
            path,
            "het bevat eigen XML-entiteiten, en die leest Beide niet",
            "it declares XML entities of its own, which Beide does not read",
        )

    parser.EntityDeclHandler = refuse
    try:
        for chunk, share in chunks(path):
            parser.Parse(chunk, False)  # noqa: FBT003  (the parser's own signature)
            told(share)
        parser.Parse(b"", True)  # noqa: FBT003
    except expat.ExpatError as error:
        raise unreadable(
            path,
            f"de XML klopt niet op regel {error.lineno}, of het bestand is afgebroken",
            f"its XML is wrong at line {error.lineno}, or the file is cut off",
        ) from error
    except (LookupError, ValueError) as error:
        # Expat asks Python for encodings that it does not know itself.
        raise unreadable(
            path,
            "de XML noemt een codering die Beide niet kent; sla het bestand op als UTF-8",
            "its XML names an encoding that Beide does not know; save the file as UTF-8",
        ) from error
