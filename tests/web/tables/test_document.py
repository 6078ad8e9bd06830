"""Edits are stored one after another, checked first, and merge whatever the order."""

from collections.abc import Iterator

import pytest
from django.utils.translation import override
from pycrdt import Map

from beide.web.tables import document, marks
from beide.web.tables.document import Document, append, append_all, copy_of, fresh, load, to_plain
from beide.web.tables.models import Table, Update
from beide.web.tables.reading import board
from beide.web.tables.refused import Refused
from tests.web.people import World


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with override("en"):
        yield


@pytest.fixture
def table(world: World) -> Table:
    return Table.objects.create(organisation=world.noord, name="Een bestelling")


def edit(doc: Document, root: str, key: str, **told: object) -> bytes:
    """Change a document, and return the edit as a page would send it."""
    state = doc.get_state()
    with doc.transaction():
        if key in doc[root]:
            for name, value in told.items():
                doc[root][key][name] = value
        else:
            doc[root][key] = Map(told)
    return doc.get_update(state)


def test_edits_are_numbered_and_read_back(table: Table) -> None:
    doc = load(table)
    numbers = [append(table, edit(doc, "bricks", f"b{n}", label=f"{n}")) for n in range(3)]
    assert numbers == [1, 2, 3]
    assert [brick.label for brick in document.read(table).bricks] == ["0", "1", "2"]


def test_edits_made_apart_come_together(table: Table) -> None:
    first = load(table)
    append(table, edit(first, "bricks", "a", label="Aanvraag", gone=False))
    one, other = load(table), load(table)
    taken = edit(one, "bricks", "a", gone=True)
    named = edit(other, "bricks", "a", label="Aanvraag per telefoon")
    for data in (named, taken):
        append(table, data)
    assert document.read(table).bricks == ()
    kept = to_plain(load(table))["bricks"]["a"]
    assert kept["label"] == "Aanvraag per telefoon"


@pytest.mark.parametrize("data", [b"", b"zomaar iets", b"\xff" * 50])
def test_bytes_that_are_no_edit_are_refused(table: Table, data: bytes) -> None:
    with pytest.raises(Refused, match="could not be read"):
        append(table, data)
    assert not Update.objects.exists()


def test_a_text_that_is_too_long_is_refused(table: Table) -> None:
    with pytest.raises(Refused, match="81 characters"):
        append(table, edit(load(table), "bricks", "a", label="x" * 81))
    doc = load(table)
    append(table, edit(doc, "bricks", "a", label="x" * 80))
    with pytest.raises(Refused, match="1001 characters"):
        append(table, edit(doc, "bricks", "a", text="x" * 1001))


def test_a_refused_edit_leaves_the_others_of_its_batch(table: Table) -> None:
    apart = fresh()
    good = edit(copy_of(apart), "bricks", "a", label="goed")
    long = edit(copy_of(apart), "bricks", "b", label="x" * 200)
    also = edit(copy_of(apart), "bricks", "c", label="ook goed")
    answers = append_all(table, [good, long, also])
    assert [answers[0], answers[2]] == [1, 2]
    assert isinstance(answers[1], Refused)
    assert {brick.id for brick in document.read(table).bricks} == {"a", "c"}


def test_more_bricks_than_fit_are_refused_and_taken_away_ones_do_not_count(table: Table) -> None:
    doc = fresh()
    with doc.transaction():
        for number in range(marks.MOST_BRICKS):
            doc["bricks"][f"b{number}"] = Map({"order": float(number)})
    append(table, doc.get_update())
    again = load(table)
    with pytest.raises(Refused, match="at most 1000 bricks"):
        append(table, edit(copy_of(again), "bricks", "more"))
    append(table, edit(again, "bricks", "b7", gone=True))
    append(table, edit(again, "bricks", "more"))
    assert len(document.read(table).bricks) == marks.MOST_BRICKS


@pytest.mark.django_db(transaction=True)
def test_what_one_process_kept_follows_what_another_stored(world: World) -> None:
    table = Table.objects.create(organisation=world.noord, name="Een bestelling")
    append(table, edit(load(table), "bricks", "a", label="van hier"))
    assert table.key in document._documents
    data = edit(load(table), "bricks", "b", label="van elders")
    Update.objects.create(table=table, number=2, data=data)
    assert {brick.label for brick in document.read(table).bricks} == {"van hier", "van elders"}
    document._documents.clear()
    assert board(to_plain(load(table))).brick("b") is not None
