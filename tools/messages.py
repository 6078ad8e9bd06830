"""The interface's translations: take them from the source, compile them, check them.

Django's own commands need GNU gettext on the machine. Babel does the same in Python, once
Django's ``templatize`` has turned a template into something that looks like code.

    python -m tools.messages extract            every room
    python -m tools.messages extract tensions   one room
    python -m tools.messages compile
    python -m tools.messages check              nothing missing, unsure, left over or broken
"""

import argparse
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.checkers import checkers
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

WEB = Path(__file__).parent.parent / "src" / "beide" / "web"
LANGUAGE = "nl"
KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}

STRING = r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*\""""
CALL = re.compile(rf"\b(?:n?p?gettext|_)\((?:[^()'\"]|{STRING})*\)")
Found = tuple[int, Any, list[str], str | None]


def rooms() -> list[Path]:
    """Return the web rooms that have words of their own."""
    return sorted(path for path in WEB.iterdir() if (path / "__init__.py").exists())


def catalog_path(room: Path) -> Path:
    """Return where a room keeps its Dutch."""
    return room / "locale" / LANGUAGE / "LC_MESSAGES" / "django.po"


def sources(room: Path) -> Iterator[tuple[Path, str]]:
    """Yield each source file of a room as Python that Babel can read."""
    from django.utils.translation.template import templatize

    for path in sorted(room.rglob("*.py")):
        if "migrations" not in path.parts:
            yield path, path.read_text("utf-8")
    for path in sorted(room.rglob("*")):
        if "templates" in path.parts and path.suffix in {".html", ".txt"}:
            yield path, str(templatize(path.read_text("utf-8"), origin=str(path)))


def extracted(room: Path) -> Catalog:
    """Return every translatable string of a room, without translations."""
    catalog = Catalog()
    for path, source in sources(room):
        found = from_python(source) if path.suffix == ".py" else from_template(source)
        for _line, message, comments, context in found:
            flags = ["python-format"] if has_placeholder(message) else []
            catalog.add(
                message,
                locations=[(path.relative_to(room).as_posix(), None)],  # type: ignore[list-item]
                auto_comments=comments,
                context=context,
                flags=flags,
            )
    return catalog


def from_python(source: str) -> Iterator[Found]:
    """Yield the translatable strings of Python source."""
    file = io.BytesIO(source.encode())
    yield from extract("python", file, KEYWORDS, ["Translators:"], {"encoding": "utf-8"})


def from_template(source: str) -> Iterator[Found]:
    """Yield the calls in a templatized source, whose other lines are not quite Python."""
    for match in CALL.finditer(source):
        yield from from_python(match.group())


def has_placeholder(message: str | tuple[str, ...]) -> bool:
    """Tell whether a message takes named values such as ``%(count)s``."""
    texts = (message,) if isinstance(message, str) else message
    return any("%(" in text for text in texts)


def read(path: Path) -> Catalog:
    """Return a catalogue, or an empty one where there is none yet."""
    if not path.exists():
        return Catalog(locale=LANGUAGE, project="Beide", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=LANGUAGE)


def extract_room(room: Path) -> None:
    """Write a room's catalogue anew, keeping the translations it has."""
    found = extracted(room)
    if not len(found):
        return
    path = catalog_path(room)
    catalog = read(path)
    catalog.update(found, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(
            file, catalog, width=100, omit_header=False, sort_output=True, include_lineno=False
        )
    normalise_header(path)


def normalise_header(path: Path) -> None:
    """Drop the dates and tool names that would change at every run."""
    lines = path.read_text("utf-8").split("\n")
    noisy = (
        "Project-Id",
        "POT-Creation",
        "PO-Revision",
        "Generated-By",
        "Last-Translator",
        "Language-Team",
        "Report-Ms",
    )
    kept = [line for line in lines if not line.startswith(tuple(f'"{word}' for word in noisy))]
    body = [line for line in kept if not line.startswith("# ") and line != "#"]
    path.write_text("\n".join(body), "utf-8")


def compile_room(room: Path) -> None:
    """Compile a room's catalogue to what Django reads."""
    path = catalog_path(room)
    if path.exists():
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, read(path))


def problems(room: Path) -> Iterator[str]:
    """Yield what is wrong with a room's translations."""
    catalog = read(catalog_path(room))
    found = extracted(room)
    where = catalog_path(room).relative_to(WEB)
    for message in found:
        if message.id:
            yield from problems_of(message, catalog.get(message.id, message.context), str(where))
    for message in catalog:
        if message.id and found.get(message.id, message.context) is None:
            yield f"{where}: no longer used: {message.id!r}"


def conflicts() -> Iterator[str]:
    """Yield what two rooms translate differently: Django would show one of them in both."""
    seen: dict[Any, tuple[Any, str]] = {}
    for room in rooms():
        for message in read(catalog_path(room)):
            key = (message.id, message.context)
            other, where = seen.setdefault(key, (message.string, room.name))
            if message.id and other != message.string:
                both = f"{other!r}, {message.string!r}"
                yield f"{where} and {room.name} differ: {message.id!r}: {both}"


def problems_of(source: Message, message: Message | None, where: str) -> Iterator[str]:
    """Yield what is wrong with the translation of one message."""
    if message is None:
        yield f"{where}: missing: {source.id!r}"
        return
    texts = (message.string,) if isinstance(message.string, str) else message.string
    if not texts or not all(texts):
        yield f"{where}: not translated: {source.id!r}"
        return
    if message.fuzzy:
        yield f"{where}: marked as unsure: {source.id!r}"
    for checker in checkers:
        try:
            checker(Catalog(locale=LANGUAGE), message)
        except Exception as error:
            yield f"{where}: {error}: {source.id!r}"


def main(arguments: list[str] | None = None) -> int:
    """Run one of the three commands."""
    parser = argparse.ArgumentParser(prog="python -m tools.messages", description=__doc__)
    parser.add_argument("command", choices=["extract", "compile", "check"])
    parser.add_argument("room", nargs="*")
    options = parser.parse_args(arguments)
    chosen = [room for room in rooms() if not options.room or room.name in options.room]
    if options.command == "check":
        found = [problem for room in chosen for problem in problems(room)]
        found += conflicts()
        print("\n".join(found) or "Translations are complete.")
        return 1 if found else 0
    for room in chosen:
        extract_room(room) if options.command == "extract" else compile_room(room)
    return 0


if __name__ == "__main__":
    import django
    from django.conf import settings

    settings.configure()
    django.setup()
    sys.exit(main())
