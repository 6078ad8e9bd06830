"""JSON that may be larger than memory: the items of its long lists, one at a time."""

import codecs
import json
from collections.abc import Iterator
from typing import Any

from beide.errors import UnreadableFile

_SPACE = " \t\n\r"
_LARGEST = 1 << 26
"""The most characters that one item may have."""
_EDGE = 16
"""An error this near to the end of what was read may be no error but half a word."""


class JsonStream:
    """Reads JSON from pieces of bytes. Numbers stay text, as they were written.

    Parameters
    ----------
    file
        What to call the source when something is wrong with it.
    pieces
        The bytes, UTF-8 with or without a mark.
    """

    def __init__(self, file: str, pieces: Iterator[bytes]) -> None:
        self._file = file
        self._pieces = pieces
        self._bytes = codecs.getincrementaldecoder("utf-8-sig")()
        self._json = json.JSONDecoder(
            parse_float=str, parse_int=str, parse_constant=str, strict=False
        )
        self._text = ""
        self._at = 0
        self._ended = False
        self.line = 1

    def _more(self) -> bool:
        """Read on, and at least as much as is waiting; tell whether there was more."""
        waiting = self._text[self._at :]
        found, wanted = [waiting], max(len(waiting), 1)
        while wanted > 0 and not self._ended:
            piece = next(self._pieces, None)
            self._ended = piece is None
            try:
                text = self._bytes.decode(piece or b"", final=self._ended)
            except UnicodeDecodeError as error:
                raise self.refusal("de tekst is geen UTF-8", "its text is not UTF-8") from error
            found.append(text)
            wanted -= len(text)
        self._text, self._at = "".join(found), 0
        return len(self._text) > len(waiting)

    def _forward(self, count: int) -> None:
        self.line += self._text.count("\n", self._at, self._at + count)
        self._at += count

    def peek(self) -> str:
        """Return the next character that is not a space, or nothing at the end."""
        while True:
            end = self._at
            while end < len(self._text) and self._text[end] in _SPACE:
                end += 1
            self._forward(end - self._at)
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def take(self, expected: str) -> None:
        """Step over one character, or raise ``UnreadableFile`` when another stands there."""
        if self.peek() != expected:
            raise self.wrong()
        self._forward(1)

    def value(self) -> Any:
        """Return the value that comes next, whole."""
        self.peek()
        while True:
            try:
                found, end = self._json.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                cut = error.msg.startswith("Unterminated") or error.pos > len(self._text) - _EDGE
                if cut and self._is_small() and self._more():
                    continue
                raise self.wrong() from error
            except (RecursionError, ValueError) as error:
                raise self.wrong() from error
            if end < len(self._text) or self._ended or not self._more():
                self._forward(end - self._at)
                return found

    def _is_small(self) -> bool:
        return len(self._text) - self._at <= _LARGEST

    def items(self) -> Iterator[Any]:
        """Give the items of the list that comes next; ``line`` is where the item begins."""
        self.take("[")
        if self.peek() == "]":
            self.take("]")
            return
        while True:
            self.peek()
            line = self.line
            found = self.value()
            after, self.line = self.line, line
            yield found
            self.line = after
            if self.peek() == "]":
                self.take("]")
                return
            self.take(",")

    def keys(self) -> Iterator[str]:
        """Give the keys of the object that comes next; its value has to be taken each time."""
        self.take("{")
        if self.peek() == "}":
            self.take("}")
            return
        while True:
            if self.peek() != '"':
                raise self.wrong()
            key = self.value()
            self.take(":")
            yield key
            if self.peek() == "}":
                self.take("}")
                return
            self.take(",")

    def end(self) -> None:
        """Raise ``UnreadableFile`` when something comes after the whole."""
        if self.peek():
            raise self.wrong()

    def wrong(self) -> UnreadableFile:
        """Return the error for JSON that is not well made."""
        return self.refusal(
            f"de JSON klopt niet op regel {self.line}, of het bestand is afgebroken",
            f"its JSON is wrong at line {self.line}, or the file is cut off",
        )

    def refusal(self, nl: str, en: str) -> UnreadableFile:
        """Return the error that says why this cannot be read."""
        return UnreadableFile(file=self._file, reason_nl=nl, reason_en=en)
