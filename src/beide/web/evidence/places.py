"""Folders and databases from which logs may be read, as the host names them.

``BEIDE_SOURCES`` holds names with a folder or a database's address, separated by a semicolon:
``exports=/srv/exports; noord/erp=postgresql://beide@erp.example.org/erp``. A name that begins with
an organisation's address is for that organisation only. On pages only the names are seen. A
password stands in the address, or in ``BEIDE_SOURCE_PASSWORD``.
"""

import os
from pathlib import Path

from beide.errors import UnreadableFile
from beide.log import FORMATS
from beide.web.organisation.models import Organisation


def places(organisation: Organisation) -> dict[str, str]:
    """Return where each name is that this organisation may use."""
    told = os.environ.get("BEIDE_SOURCES", "").split(";")
    pairs = (each.partition("=") for each in told if "=" in each)
    named = {name.strip(): place.strip() for name, _, place in pairs}
    own = f"{organisation.slug}/"
    return {
        name.removeprefix(own): place
        for name, place in named.items()
        if name and ("/" not in name or name.startswith(own))
    }


def is_database(place: str) -> bool:
    """Tell whether a place is a database's address."""
    return "://" in place


def things_in(name: str, organisation: Organisation) -> list[str]:
    """Return what there is to read in a place: a database's address, or files, the oldest first.

    Raises ``UnreadableFile`` when the place is not in the setting any more, or not there.
    """
    place = places(organisation).get(name, "")
    if is_database(place):
        return [place]
    folder = Path(place)
    if not place or not folder.is_dir():
        raise UnreadableFile(
            file=name,
            reason_nl="de map staat niet meer in de instelling BEIDE_SOURCES, of bestaat niet",
            reason_en="the folder is not in the setting BEIDE_SOURCES any more, or does not exist",
        )
    return [str(path) for path in sorted(_files(folder), key=lambda each: each.stat().st_mtime)]


def _files(folder: Path) -> list[Path]:
    """Return the files that Beide reads, and never one that a link leads to elsewhere."""
    return [
        path
        for path in folder.iterdir()
        if path.name.lower().endswith(FORMATS) and path.is_file() and not path.is_symlink()
    ]
