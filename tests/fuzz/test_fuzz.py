"""Whatever bytes a reader gets, it reads them or says what is wrong: nothing else ever happens."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.found import FOUND
from tests.fuzz.seeds import seeds
from tests.fuzz.targets import TARGETS

PIECES = (
    b'"', b"'", b"\x00", b"\xff", b"\xed\xa0\x80", b"\n", b"\r", b",", b";", b"?", b"<", b">", b"]",
    b"{", b"}", b"[", b"&lt;", b"&#0;", b"<!--", b"<![CDATA[", b"null", b"1e999", b"\\ud800", b"\\",
    b"0", b"-1", b"9" * 30, b"\xef\xbb\xbf", b"\xff\xfe", b"9999-12-31T23:59:59-14:00", b"$", b"`",
    b"@", b"/", b"%", b"true", b'"id"', b"ocel:", b"key=", b"value=", b"=",
)  # fmt: skip


@st.composite
def mangled(draw: st.DrawFn, target: str) -> bytes:
    """Return a good file with some places cut, doubled, changed or put into."""
    data = bytearray(draw(st.sampled_from(seeds()[target])))
    for _ in range(draw(st.integers(1, 4))):
        begin = draw(st.integers(0, len(data)))
        end = min(len(data), begin + draw(st.integers(0, 12)))
        way = draw(st.sampled_from(["cut", "double", "put", "over", "end"]))
        piece = draw(st.sampled_from(PIECES) | st.binary(max_size=3))
        if way == "double":
            piece = bytes(data[begin:end]) * 2
        data[begin : len(data) if way == "end" else end if way != "put" else begin] = (
            b"" if way in ("cut", "end") else piece
        )
    return bytes(data)


@pytest.mark.parametrize("target", TARGETS)
def test_a_mangled_file_is_read_or_told(target: str) -> None:
    @given(mangled(target))
    @settings(
        max_examples=10 if target == "log" else 60,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    def check(data: bytes) -> None:
        TARGETS[target](data)

    check()


@pytest.mark.parametrize("target", TARGETS)
def test_a_good_file_is_no_finding(target: str) -> None:
    for each in seeds()[target]:
        TARGETS[target](each)


@pytest.mark.parametrize("name", FOUND)
def test_what_was_found_before_is_told_now(name: str) -> None:
    target, data = FOUND[name]
    TARGETS[target](data)
