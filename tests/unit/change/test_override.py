"""An organisation lays its own texts over the shipped ones, and cannot break them by mistake."""

import pytest

from beide.change import Form, Mode, Stage, content
from beide.errors import ContentError
from beide.text import Text

OWN = {"nl": "onze woorden", "en": "our words"}


def test_a_text_of_its_own_replaces_the_shipped_one_and_nothing_else() -> None:
    ours = content({"forms": {"transition": {"name": OWN}}})
    shipped = content()

    assert ours.forms[Form.TRANSITION].name == Text(**OWN)
    assert ours.forms[Form.TRANSITION].asks == shipped.forms[Form.TRANSITION].asks
    assert ours.forms[Form.RENEWAL] == shipped.forms[Form.RENEWAL]
    assert ours.modes == shipped.modes


def test_a_list_is_replaced_as_a_whole() -> None:
    ours = content({"forms": {"renewal": {"asks": {"traps": [OWN]}}}})

    assert ours.forms[Form.RENEWAL].asks.traps == (Text(**OWN),)


def test_one_of_the_shifts_can_be_reworded_in_its_place() -> None:
    ours = content({"shifts": {"asking": {"from": OWN}}})

    assert [shift.key for shift in ours.shifts] == [shift.key for shift in content().shifts]
    assert next(shift for shift in ours.shifts if shift.key == "asking").from_ == Text(**OWN)


def test_a_stage_can_be_reworded_and_keeps_its_key() -> None:
    ours = content({"modes": {"network": {"stages": {"learn": {"do": OWN}}}}})

    assert ours.stage(Stage.LEARN).do == Text(**OWN)
    assert ours.modes[Mode.NETWORK].stages[2].key is Stage.LEARN


def test_the_shipped_texts_stay_as_they_are() -> None:
    before = content().forms[Form.TRANSITION].name

    content({"forms": {"transition": {"name": OWN}}})

    assert content().forms[Form.TRANSITION].name == before


def test_an_empty_override_changes_nothing() -> None:
    assert content({}) is content()


@pytest.mark.parametrize(
    ("override", "key", "says_nl", "says_en"),
    [
        ({"form": {}}, "form", "een sleutel die Beide niet kent", "a key Beide does not know"),
        ({"forms": {"transitie": {}}}, "forms.transitie", "improvement", "improvement"),
        ({"shifts": {"ninth": {}}}, "shifts.ninth", "partnership", "partnership"),
        (
            {"fits": {"no": {"name": {"nl": "nee", "en": "  "}}}},
            "fits.no.name",
            "de Engelse tekst leeg",
            "the English text is empty",
        ),
        (
            {"fits": {"no": {"name": {"nl": "nee"}}}},
            "fits.no.name",
            "ontbreekt de Engelse tekst",
            "the English text is missing",
        ),
        (
            {"fits": {"no": {"name": {"en": "no"}}}},
            "fits.no.name",
            "ontbreekt de Nederlandse tekst",
            "the Dutch text is missing",
        ),
        (
            {"fits": {"no": {"name": {"nl": "nee", "en": "no", "de": "nein"}}}},
            "fits.no.name.de",
            "nl, en",
            "nl, en",
        ),
        ({"fits": {"no": {"name": {"nl": 3, "en": "no"}}}}, "fits.no.name", "3", "3"),
        ({"fits": {"no": {"name": "nee"}}}, "fits.no.name", "'nee' zonder taal", "no language"),
        ({"fits": {"no": {"name": 7}}}, "fits.no.name", "een tabel", "a table"),
        ({"fits": "geen"}, "fits", "een tabel", "a table"),
        (
            {"forms": {"renewal": {"asks": {"traps": []}}}},
            "forms.renewal.asks.traps",
            "minstens één",
            "at least one",
        ),
        (
            {"forms": {"renewal": {"asks": {"traps": OWN}}}},
            "forms.renewal.asks.traps",
            "een lijst",
            "a list",
        ),
        (
            {"forms": {"renewal": {"asks": {"traps": [OWN, {"nl": "alleen"}]}}}},
            "forms.renewal.asks.traps.2",
            "ontbreekt de Engelse tekst",
            "the English text is missing",
        ),
        (
            {"forms": {"renewal": {"asks": {"questions": [OWN, OWN]}}}},
            "forms.renewal.asks.questions",
            "precies 3 teksten",
            "exactly 3 texts",
        ),
    ],
)
def test_a_mistake_is_named_with_its_place_in_both_languages(
    override: dict[str, object], key: str, says_nl: str, says_en: str
) -> None:
    with pytest.raises(ContentError) as caught:
        content(override)

    error = caught.value
    assert error.data["file"] == "override"
    assert error.data["key"] == key
    assert says_nl in error.in_language("nl")
    assert says_en in error.in_language("en")
    assert key in error.in_language("nl")
