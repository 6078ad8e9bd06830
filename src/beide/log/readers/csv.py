"""Delimited text: commas, semicolons, tabs or bars; quoted as in RFC 4180; packed or not."""

from collections.abc import Callable
from pathlib import Path

from beide.engine import Engine
from beide.errors import UnreadableFile, WrongOption
from beide.log._model import Columns
from beide.log.readers import _ask, _encoding, _text
from beide.log.readers._files import unreadable
from beide.log.readers._source import Source

_DELIMITERS = (",", ";", "\t", "|", "^", "~", "\x1f")


def read_csv(
    path: Path,
    work: Path,
    *,
    engine: Engine,
    columns: Columns | None,
    delimiter: str | None,
    encoding: str | None = None,
    told: Callable[[float], None],
) -> Source:
    """Copy the named columns of a delimited file to Parquet, all as text.

    Parameters
    ----------
    path
        The file, in UTF-8, UTF-16, Windows-1252 or Latin-1.
    work
        A folder for temporary files.
    engine
        Reads the text.
    columns
        Which column holds what; ``None`` is answered with the names there are.
    delimiter
        What stands between values; default the one under which the named columns are found.
    encoding
        How the text is encoded; default decided from all bytes of the file.
    told
        Called with the share of the file read.

    Raises
    ------
    UnreadableFile
        When the file is not text, does not fit its encoding, or a quote is never closed.
    ColumnsNeeded, MissingColumn, DuplicateColumn, PersonColumn
        When nobody says which columns, a named one is absent, a name occurs twice, or a column is
        about people.
    RaggedRow
        When a row has more or fewer values than the header.
    """
    text, coded = _encoding.as_utf8(path, work, told, encoding=encoding)
    mark = checked(delimiter) if delimiter is not None else sniff(text, columns)
    names = names_in(path, text, mark)
    columns = _ask.checked(path.name, columns, names)
    others, dropped = _ask.other_columns(columns, names)
    wanted = dict.fromkeys((*_ask.asked(columns), *others))
    keep = [names.index(name) for name in wanted]
    source, part = text, work / "part-00000.parquet"
    try:
        engine.text_to_parquet(source, part, columns=len(names), keep=keep, delimiter=mark)
    except UnreadableFile:
        # The slow way finds the row that does not fit, or mends what is merely untidy.
        source = _text.tidied(path, text, work / "tidied.csv", delimiter=mark)
        engine.text_to_parquet(source, part, columns=len(names), keep=keep, delimiter=mark)
    return Source(
        name=path.name,
        kind="csv",
        fields={name: f"c{names.index(name)}" for name in wanted},
        parts=(part,),
        columns=columns,
        attributes=others,
        lifecycle=columns.lifecycle,
        choose=columns.attributes is None,
        line=lambda row: _text.line_of(text, mark, row),
        dropped=dropped,
        encoding=coded,
        delimiter=mark,
    )


def checked(delimiter: str) -> str:
    """Return the delimiter as one character, or raise ``WrongOption``."""
    mark = {"tab": "\t", "\\t": "\t"}.get(delimiter, delimiter)
    if len(mark) != 1 or mark in '"\r\n':
        raise WrongOption(
            option="delimiter",
            value=delimiter,
            expected_nl="één teken, zoals ; of ,",
            expected_en="one character, such as ; or ,",
        )
    return mark


def sniff(text: Path, columns: Columns | None) -> str:
    """Return the delimiter under which most named columns are found, then the most columns."""
    wanted = set(_ask.asked(columns)) if columns else set()

    def evidence(mark: str) -> tuple[int, int]:
        names = _text.header(text, mark)
        return len(wanted & set(names)), len(names)

    return max(_DELIMITERS, key=evidence)


def names_in(path: Path, text: Path, delimiter: str) -> list[str]:
    """Return the names in the header, or raise ``UnreadableFile`` when there is none."""
    names = _text.header(text, delimiter)
    if not names:
        raise unreadable(path, "de kopregel is niet te lezen", "its header cannot be read")
    return names
