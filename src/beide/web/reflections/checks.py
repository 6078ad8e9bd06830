"""See at the start that the statements in use are whole."""

from collections.abc import Sequence

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error

from beide import reflect
from beide.errors import BeideError


def check_bank(
    app_configs: Sequence[AppConfig] | None,  # noqa: ARG001
    **_more: object,
) -> list[CheckMessage]:
    """Return what is wrong with the statements in ``BEIDE_BANK``, if anything is."""
    try:
        reflect.bank()
    except BeideError as error:
        hint = "BEIDE_BANK names a TOML file, or a folder with such files. See docs/how-to."
        return [Error(f"BEIDE_BANK: {error}", hint=hint, id="beide.reflections.E001")]
    return []
