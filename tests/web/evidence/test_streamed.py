"""A long file is sent in pieces by a server that does many things at once, in the right words."""

import asyncio
from collections.abc import Iterator

import pytest
from django.utils.translation import gettext, override

from beide.web.evidence.sheets import A_PIECE, Sheet, streamed_csv, streamed_excel


def sheet(read: list[int]) -> Sheet:
    def rows() -> Iterator[tuple[str, int]]:
        for number in range(3 * A_PIECE):
            read.append(number)
            yield gettext("kept"), number

    return Sheet(name="Cases", about=["=1+1"], headings=["What", "Number"], rows=rows())


async def first_of(response: object) -> list[bytes]:
    found = []
    async for piece in response:  # type: ignore[attr-defined]
        found.append(piece)
        if len(found) == 2:
            return found
    return found


def test_it_begins_before_the_end_is_read() -> None:
    read: list[int] = []
    answer = streamed_csv(sheet(read))
    assert asyncio.run(first_of(answer))[0] == b"\xef\xbb\xbf"
    assert 0 < len(read) < 2 * A_PIECE


def test_the_language_of_who_asked() -> None:
    with override("nl"):
        answer = streamed_csv(sheet([]))
    with override("en"):
        text = b"".join(answer).decode("utf-8-sig")
    assert text.splitlines()[:3] == ["'=1+1", "What,Number", "gehaald,0"]


@pytest.mark.django_db  # closing an answer looks after the database's connections
def test_a_workbook_in_pieces() -> None:
    with override("en"):
        answer = streamed_excel(sheet([]))
    assert asyncio.run(first_of(answer))[0].startswith(b"PK")
    answer.close()
