"""From a TOML file to frozen dataclasses: types are checked and every key must be known.

The dataclass is the format: a field without a default must be there, a key that is no field is
refused, and a ``Text`` must be said in both languages. What is wrong is told with its place.
"""

import tomllib
import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from importlib.resources import files
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from beide.errors import ContentError
from beide.text import Text

T = TypeVar("T")

KINDS: Mapping[type, tuple[str, str]] = {
    str: ("tekst", "a text"),
    int: ("heel getal", "a whole number"),
    float: ("getal", "a number"),
    bool: ("true of false", "true or false"),
    date: ("datum", "a date"),
}


def load(kind: type[T], *names: str) -> T:
    """Read one or more TOML files of this package as one dataclass.

    Parameters
    ----------
    kind
        The dataclass that describes the files together.
    names
        The files' names inside ``beide.demo``. A list that begins in one file may go on in another.

    Raises
    ------
    ContentError
        When a key is missing, unknown, or holds another kind of value.
    """
    together: dict[str, object] = {}
    for name in names:
        source = files("beide.demo").joinpath(name).read_text(encoding="utf-8")
        for key, value in tomllib.loads(source).items():
            together[key] = _joined(together.get(key), value)
    return fill(kind, together, file=", ".join(names))


def _joined(before: object, more: object) -> object:
    return [*before, *more] if isinstance(before, list) and isinstance(more, list) else more


def fill(kind: type[T], value: object, *, file: str, key: str = "") -> T:
    """Turn a parsed TOML value into ``kind``, or say where it cannot be done."""
    return cast("T", _convert(kind, value, file=file, key=key))


def _convert(kind: Any, value: object, *, file: str, key: str) -> object:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        (inner,) = (arm for arm in get_args(kind) if arm is not type(None))
        return _convert(inner, value, file=file, key=key)
    if origin is Literal:
        return _choice(value, get_args(kind), file=file, key=key)
    if origin is tuple:
        return _items(get_args(kind)[0], value, file=file, key=key)
    if origin in (dict, Mapping):
        return _mapping(get_args(kind)[1], value, file=file, key=key)
    if is_dataclass(kind):
        return _dataclass(cast("type[Any]", kind), value, file=file, key=key)
    return _plain(kind, value, file=file, key=key)


def _plain(kind: Any, value: object, *, file: str, key: str) -> object:
    if issubclass(kind, Enum):
        return kind(_choice(value, tuple(item.value for item in kind), file=file, key=key))
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        nl, en = KINDS[kind]
        raise _wrong(file, key, f"staat {value!r}, geen {nl}", f"{value!r} is not {en}")
    return value


def _choice(value: object, allowed: tuple[object, ...], *, file: str, key: str) -> object:
    if value not in allowed:
        one_of = ", ".join(map(str, allowed))
        raise _wrong(
            file,
            key,
            f"staat {value!r}, niet een van: {one_of}",
            f"{value!r} is not one of: {one_of}",
        )
    return value


def _items(kind: Any, value: object, *, file: str, key: str) -> tuple[object, ...]:
    if not isinstance(value, list):
        raise _wrong(file, key, f"staat {value!r}, geen lijst", f"{value!r} is not a list")
    return tuple(
        _convert(kind, item, file=file, key=f"{key}[{place}]") for place, item in enumerate(value)
    )


def _mapping(kind: Any, value: object, *, file: str, key: str) -> Mapping[str, object]:
    table = _table(value, file=file, key=key)
    filled = {
        name: _convert(kind, item, file=file, key=_join(key, name)) for name, item in table.items()
    }
    return types.MappingProxyType(filled)


def _dataclass(kind: type[Any], value: object, *, file: str, key: str) -> object:
    table = _table(value, file=file, key=key)
    hints = get_type_hints(kind)
    for name in table.keys() - hints.keys():
        raise _wrong(file, _join(key, name), "hoort niets", "nothing is expected")
    for field in fields(kind):
        optional = field.default is not MISSING or field.default_factory is not MISSING
        if field.name not in table and not optional:
            raise _wrong(file, _join(key, field.name), "staat niets", "there is nothing")
    filled = {
        name: _convert(hints[name], item, file=file, key=_join(key, name))
        for name, item in table.items()
    }
    if kind is Text:
        _said(filled, file=file, key=key)
    return kind(**filled)


def _said(filled: Mapping[str, object], *, file: str, key: str) -> None:
    for language, sentence in filled.items():
        if not str(sentence).strip():
            raise _wrong(file, _join(key, language), "is de tekst leeg", "the text is empty")


def _table(value: object, *, file: str, key: str) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise _wrong(file, key, f"staat {value!r}, geen tabel", f"{value!r} is not a table")
    return value


def _join(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name


def _wrong(file: str, key: str, problem_nl: str, problem_en: str) -> ContentError:
    return ContentError(file=file, key=key, problem_nl=problem_nl, problem_en=problem_en)
