"""A condition: when the result of a case is good, in words."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beide import log
from beide.errors import WrongCondition
from beide.log.outcomes._condition import Compare, Joined, Node

FIVE_DAYS = log.good("lead_time <= 5d")


@pytest.mark.parametrize(
    "text",
    [
        "lead_time<=5d",
        "lead time at most 5 days",
        "doorlooptijd hoogstens 5 dagen",
        "within 5 days",
        "binnen 120 uur",
        "Doorlooptijd binnen 5 dagen",
        "not lead_time > 5d",
        "((lead_time ≤ 4 days and 24 hours))",
    ],
)
def test_is_read_as_people_write_it(text: str) -> None:
    assert log.good(text) == FIVE_DAYS == log.within(timedelta(days=5))


@pytest.mark.parametrize(
    ("text", "nl", "en"),
    [
        (
            "lead_time <= 5d and rating >= 8.5",
            "doorlooptijd hoogstens 5 dagen en cijfer minstens 8,5",
            "lead time at most 5 days and rating at least 8.5",
        ),
        ("niet in één keer goed", "niet in één keer goed", "not right first time"),
        (
            "wachttijd < 90m of (klantcijfer > 7 en 'soort x' != spoed)",
            "wachttijd korter dan 90 minuten of (cijfer meer dan 7 en soort x is niet spoed)",
            "waiting time shorter than 90 minutes or (rating more than 7 and soort x is not spoed)",
        ),
        ("urgent", "urgent is ja", "urgent is yes"),
        ("working_time <= 2d", "werktijd hoogstens 16 uur", "working time at most 16 hours"),
    ],
)
def test_has_words_in_both_languages(text: str, nl: str, en: str) -> None:
    found = log.good(text)
    assert (found.text.nl, found.text.en) == (nl, en)
    assert log.good(found.source) == found


@pytest.mark.parametrize(
    ("text", "value", "place"),
    [
        ("", "", 1),
        ("lead_time", "", 10),
        ("lead_time <=", "", 13),
        ("lead_time <= soon", "soon", 14),
        ("lead_time <= 5", "5", 14),
        ("rating >= good", "good", 11),
        ("first_time_right = perhaps", "perhaps", 20),
        ("first_time_right > yes", ">", 18),
        ("(a = 1", "", 7),
        ("a = 1)", ")", 6),
        ("a = 1 and", "", 10),
        ("5d", "5d", 1),
        ("a ! b", "!", 3),
        ("a = 'b", "'", 5),
        ("rating >= nan", "nan", 11),
        ("(" * 2000 + "a", "(", 101),
    ],
)
def test_what_cannot_be_understood_is_pointed_at(text: str, value: str, place: int) -> None:
    with pytest.raises(WrongCondition) as told:
        log.good(text)
    assert (told.value.data["value"], told.value.data["place"]) == (value, place)
    assert value in str(told.value)


pieces = st.sampled_from(
    [
        *"()'!\"<>=&,",
        "and",
        "en",
        "of",
        "not",
        "within",
        "rating",
        "5d",
        "1",
        "at",
        "most",
        "²",
        " ",
    ]
)


@given(st.text() | st.lists(pieces, max_size=12).map(" ".join))
def test_anything_is_read_or_refused_with_its_place(text: str) -> None:
    try:
        found = log.good(text)
        fine = log.good(found.source) == found
    except WrongCondition as error:
        fine = 1 <= int(str(error.data["place"])) <= len(text) + 1
    assert fine


def test_an_outcome_of_your_own_takes_the_standard_ones_place() -> None:
    calendar = log.Calendar(hours=log.Hours.parse("mon-fri 8-12"))
    own = (
        log.Outcome(what="rating", attribute="q7"),
        log.Outcome(what="working_time", calendar=calendar),
    )
    found = log.good("rating >= 8 and working_time <= 1d", using=own)
    assert found.outcomes == own
    assert found.text.en == "rating at least 8 and working time at most 4 hours"


def test_each_outcome_is_told_once() -> None:
    found = log.good("rating >= 8 or rating <= 2 and lead_time < 1d")
    assert [each.what for each in found.outcomes] == ["rating", "lead_time"]


def test_only_a_plain_lead_time_has_a_within() -> None:
    assert FIVE_DAYS.within == timedelta(days=5)
    assert log.good("lead_time < 5d").within is None
    assert log.good("lead_time <= 5d and rating > 8").within is None


texts = st.text("ab '.<é1", min_size=1, max_size=6).map(str.strip).filter(bool)
names = texts | st.sampled_from(["rating", "lead-time", "and", "within", "1", "at  most"])
lengths = st.timedeltas(timedelta(microseconds=1), timedelta(days=400))
signs = st.sampled_from(["<=", "<", ">=", ">", "=", "!="])
compares = st.one_of(
    st.builds(Compare, st.just(log.Outcome()), signs, lengths),
    st.builds(
        Compare,
        st.just(log.Outcome(what="rating")),
        signs,
        st.integers(-9, 99).map(lambda tenths: tenths / 10),
    ),
    st.builds(Compare, st.just(log.Outcome(what="first_time_right")), st.just("="), st.booleans()),
    st.builds(
        Compare,
        names.map(lambda name: log.Outcome(what="attribute", attribute=name)),
        signs,
        names,
    ),
)


def joins(parts: st.SearchStrategy[Node], depth: int) -> st.SearchStrategy[Node]:
    """Return conditions in which what is joined stands flat, as reading makes them."""
    if depth == 0:
        return parts

    def joined(word: str) -> st.SearchStrategy[Node]:
        inner = joins(parts, depth - 1).filter(
            lambda part: not (isinstance(part, Joined) and part.word == word)
        )
        return st.lists(inner, min_size=2, max_size=3).map(
            lambda found: Joined(word, tuple(found))  # type: ignore[arg-type]
        )

    return parts | joined("and") | joined("or")


@given(joins(compares, 2).map(log.Good))
def test_what_is_written_reads_back(found: log.Good) -> None:
    assert log.good(found.source) == found
