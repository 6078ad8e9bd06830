"""The raw file goes once its log is whole."""

from pathlib import Path

from beide.errors import UnreadableFile, UnwritableFolder
from beide.log._model import Log
from beide.log._store import is_log


def discard(source: str | Path, *, kept: Log) -> bool:
    """Delete the file that a log was read from, unless that log is not whole.

    Of a link only the link goes. What lies inside the log itself is never deleted.

    Parameters
    ----------
    source
        The raw file.
    kept
        The log that was read from it.

    Returns
    -------
    bool
        Whether there was a file to delete.

    Raises
    ------
    UnreadableFile
        When the log is not whole, or the source is a folder or a part of the log.
    UnwritableFolder
        When the file may not be deleted.
    """
    path = Path(source)
    if not is_log(kept.path):
        raise _refused(path, "het log is niet heel; lees de bron eerst opnieuw in",
                       "its log is not whole; read the source again first")  # fmt: skip
    if kept.path.resolve() in path.resolve().parents:
        raise _refused(path, "het hoort bij het log zelf", "it is part of the log itself")
    if path.is_dir() and not path.is_symlink():
        raise _refused(path, "dit is een map", "this is a folder")
    if not path.exists() and not path.is_symlink():
        return False
    try:
        path.unlink()
    except OSError as error:
        raise UnwritableFolder(folder=path.parent.name, detail=error.strerror) from error
    return True


def _refused(path: Path, nl: str, en: str) -> UnreadableFile:
    return UnreadableFile(file=path.name, reason_nl=nl, reason_en=en)
