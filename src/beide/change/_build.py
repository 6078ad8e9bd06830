"""Turn what TOML gives into the frozen classes of ``_texts``, and say exactly what is wrong.

The classes are the schema: a field is a text, a list of texts, a record, a table with a key for
every member of an enum, or a table of records that keep their own key.
"""

from collections.abc import Mapping
from dataclasses import Field, fields, is_dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, cast, get_args, get_origin

from beide.change._place import Place, check_known
from beide.text import Text

LANGUAGES = {
    "nl": ("de Nederlandse tekst", "the Dutch text"),
    "en": ("de Engelse tekst", "the English text"),
}


def build(kind: Any, value: object, place: Place, *, count: int | None = None) -> Any:
    """Return ``value`` as an instance of ``kind``; raise ContentError where it does not fit."""
    if kind is Text:
        return _text(value, place)
    if is_dataclass(kind):
        return _record(kind, value, place)
    inside = get_args(kind)
    if get_origin(kind) is tuple:
        return _many(inside[0], value, place, count=count)
    return _table(inside[0], inside[1], value, place)


def _text(value: object, place: Place) -> Text:
    if isinstance(value, str):
        raise place.wrong(
            nl=f"staat {value!r} zonder taal. Geef 'nl' en 'en' allebei",
            en=f"{value!r} has no language. Give both 'nl' and 'en'",
        )
    table = _as_table(value, place)
    check_known(table, LANGUAGES, place)
    return Text(nl=_sentence(table, "nl", place), en=_sentence(table, "en", place))


def _sentence(table: Mapping[str, object], language: str, place: Place) -> str:
    nl, en = LANGUAGES[language]
    if language not in table:
        raise place.wrong(
            nl=f"ontbreekt {nl}. Geef 'nl' en 'en' allebei",
            en=f"{en} is missing. Give both 'nl' and 'en'",
        )
    sentence = table[language]
    if not isinstance(sentence, str):
        raise place.wrong(
            nl=f"is {nl} geen tekst maar {sentence!r}. Zet aanhalingstekens om de zin",
            en=f"{en} is not a text but {sentence!r}. Put quotes around the sentence",
        )
    if not sentence.strip():
        raise place.wrong(
            nl=f"is {nl} leeg. Schrijf een zin, of laat de sleutel weg",
            en=f"{en} is empty. Write a sentence, or leave the key out",
        )
    return sentence


def _record(kind: Any, value: object, place: Place, **given: str) -> Any:
    table = _as_table(value, place)
    wanted = {_toml_name(field): field for field in fields(kind) if field.name not in given}
    check_known(table, wanted, place)
    parts = {
        field.name: build(
            field.type, _need(table, name, place), place / name, count=field.metadata.get("count")
        )
        for name, field in wanted.items()
    }
    return kind(**parts, **given)


def _toml_name(field: Field[Any]) -> str:
    return field.name.rstrip("_")


def _many(kind: Any, value: object, place: Place, *, count: int | None) -> tuple[Any, ...]:
    if key_kind := _kind_of_key(kind):
        return _keyed(kind, key_kind, value, place)
    if not isinstance(value, list) or not value:
        raise place.wrong(
            nl="hoort een lijst met minstens één tekst te staan",
            en="there should be a list with at least one text",
        )
    if count is not None and len(value) != count:
        raise place.wrong(
            nl=f"horen precies {count} teksten te staan, nu zijn het er {len(value)}",
            en=f"there should be exactly {count} texts, now there are {len(value)}",
        )
    return tuple(build(kind, item, place / number) for number, item in enumerate(value, start=1))


def _kind_of_key(kind: Any) -> type[str] | None:
    return next((cast("type[str]", f.type) for f in fields(kind) if f.name == "key"), None)


def _keyed(kind: Any, key_kind: type[str], value: object, place: Place) -> tuple[Any, ...]:
    """Build a table of records; each takes its key along, in the order of the file."""
    return tuple(
        _record(kind, item, place / key, key=key_kind(key))
        for key, item in _as_table(value, place).items()
    )


def _table(keys: type[StrEnum], kind: Any, value: object, place: Place) -> Mapping[Any, Any]:
    table = _as_table(value, place)
    check_known(table, [str(key) for key in keys], place)
    return MappingProxyType(
        {key: build(kind, _need(table, key, place), place / key) for key in keys}
    )


def _as_table(value: object, place: Place) -> Mapping[str, object]:
    if isinstance(value, Mapping):
        return value
    raise place.wrong(
        nl=f"hoort een tabel te staan, geen {value!r}",
        en=f"there should be a table, not {value!r}",
    )


def _need(table: Mapping[str, object], key: str, place: Place) -> object:
    if key not in table:
        raise (place / key).wrong(nl="is nog niets ingevuld", en="nothing is filled in yet")
    return table[key]
