"""The log's folder: written in one step, or not at all."""

import json
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from beide.errors import OccupiedFolder, UnreadableFile, UnwritableFolder
from beide.log._model import FORMAT, About, Log

_ABOUT = "about.json"
_PARTS = ("events", "cases", "activities", "roles")


def open_log(path: str | Path) -> Log:
    """Open a normalised log.

    Parameters
    ----------
    path
        The folder that ``read`` made.

    Returns
    -------
    Log
        The log with what it says about itself; its tables are read when a question is asked.

    Raises
    ------
    UnreadableFile
        When the folder is absent, is not a normalised log, or is of another version.
    """
    folder = Path(path)
    if not is_log(folder):
        raise UnreadableFile(
            file=str(path),
            reason_nl="dit is geen map die `beide log read` heeft gemaakt",
            reason_en="this is not a folder that `beide log read` made",
        )
    try:
        told = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
        version = told["format"]
        about = About.from_dict(told) if version == FORMAT else None
    except (ValueError, KeyError, TypeError, AttributeError, OSError) as error:
        raise UnreadableFile(
            file=str(folder / _ABOUT),
            reason_nl="er ontbreekt iets in; lees de bron opnieuw in",
            reason_en="something is missing in it; read the source again",
        ) from error
    if about is None:
        raise UnreadableFile(
            file=str(path),
            reason_nl=f"het is versie {version}, deze Beide kent {FORMAT}; lees de bron opnieuw in",
            reason_en=f"it is version {version}, this Beide knows {FORMAT}; read the source again",
        )
    return Log(folder, about)


def is_log(folder: Path) -> bool:
    """Tell whether a folder holds a whole normalised log."""
    return (folder / _ABOUT).is_file() and all(
        (folder / f"{part}.parquet").is_file() for part in _PARTS
    )


def write_about(folder: Path, about: About) -> None:
    """Write what a log says about itself."""
    text = json.dumps(about.to_dict(), ensure_ascii=False, indent=1)
    (folder / _ABOUT).write_text(text + "\n", encoding="utf-8")


def check_free(target: Path) -> None:
    """Raise ``OccupiedFolder`` when something that is not a log stands in the way."""
    if target.is_dir() and (is_log(target) or not any(target.iterdir())):
        return
    if target.exists() or target.is_symlink():
        raise OccupiedFolder(folder=str(target))


@contextmanager
def written_at_once(target: Path) -> Iterator[Path]:
    """Give a folder to write in, and let it take ``target``'s place when all went well.

    An earlier log at ``target`` stays whole until the new one is, and stays when writing fails.
    """
    check_free(target)
    mark = secrets.token_hex(4)
    new = target.with_name(f".{target.name}.new-{mark}")
    old = target.with_name(f".{target.name}.old-{mark}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        new.mkdir()
    except OSError as error:
        raise UnwritableFolder(folder=str(target.parent), detail=error.strerror) from error
    try:
        yield new
        _swapped(target, new, old)
    finally:
        shutil.rmtree(new, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _swapped(target: Path, new: Path, old: Path) -> None:
    """Put the new folder in the target's place; when that fails, the earlier one stays."""
    if not target.exists():
        new.rename(target)
        return
    target.rename(old)
    try:
        new.rename(target)
    except OSError:
        old.rename(target)
        raise
