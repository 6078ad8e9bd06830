"""Room in words."""

from beide.room import Arrivals, Moved, People, Removed, Work
from beide.room._words import change_text, hours_text, listed, sentences


def test_hours_of_the_week_are_joined() -> None:
    found = hours_text([33, 34, 36, 9, 167])
    assert found.en == "Mon 9:00-10:00, Tue 9:00-11:00, Tue 12:00-13:00, Sun 23:00-24:00"
    assert found.nl.startswith("ma 9:00-10:00, di")


def test_changes() -> None:
    assert change_text(Arrivals(0.9)).nl == "10% minder casussen"
    assert change_text(Work(1.1, "intake")).en == "work that takes 10% longer in intake"
    assert change_text(People("intake", 1)).nl == "1 persoon meer bij intake"
    assert change_text(Removed("call")).en == "no longer doing the step 'call'"
    assert change_text(Moved("call", "*")).nl == "de stap 'call' door het team laten doen"


def test_names_as_in_speech() -> None:
    assert listed(["a", "b", "c"]).nl == "a, b en c"
    assert listed(["a"]).en == "a"
    assert listed([]).en == ""


def test_every_sentence_is_there_in_both_languages() -> None:
    for part in sentences().values():
        for text in part.values():
            assert text.nl
            assert text.en
            assert "!" not in text.nl + text.en
            assert "—" not in text.nl + text.en
