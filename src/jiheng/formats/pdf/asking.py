"""What pdfium says of the letters of a page, each question put for all of them at once.

A page has a thousand letters, and most of what a look costs is the way to pdfium and back: so its
functions are called here with plain numbers, and leave their answers one after another.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from ctypes import (
    CFUNCTYPE,
    addressof,
    c_double,
    c_int,
    c_uint,
    c_void_p,
    cast,
    create_string_buffer,
)
from itertools import repeat
from struct import calcsize, iter_unpack
from typing import Any

from jiheng.formats.pdf.library import pdfium
from jiheng.formats.pdf.opening import Handle

_Question = Callable[..., Any]

_Answer = type[c_void_p | c_uint | c_int | c_double]

_Record = tuple[float, ...]


def _plain(name: str, answer: _Answer, takes: int) -> _Question:
    """Return a function of pdfium that takes a text, a letter and so many places for answers."""
    signature = CFUNCTYPE(answer, c_void_p, c_int, *[c_void_p] * takes)
    return cast(getattr(pdfium, name), signature)


_RUN = _plain("FPDFText_GetTextObject", c_void_p, 0)
_CODE = _plain("FPDFText_GetUnicode", c_uint, 0)
_HAS_NO_CODE = _plain("FPDFText_HasUnicodeMapError", c_int, 0)
_SIZE = _plain("FPDFText_GetFontSize", c_double, 0)
_BOX = _plain("FPDFText_GetLooseCharBox", c_int, 1)
_MATRIX = _plain("FPDFText_GetMatrix", c_int, 1)
_ORIGIN = _plain("FPDFText_GetCharOrigin", c_int, 2)


class Asking:
    """Asks of the text of one page; letters are told by their numbers, from 0."""

    def __init__(self, text: Handle) -> None:
        self._text = cast(text, c_void_p).value
        self.count = int(pdfium.FPDFText_CountChars(text))

    def runs(self) -> list[int | None]:
        """Return the run of each letter of the page; None where pdfium made the letter up."""
        return self._each(_RUN, range(self.count))

    def codes(self, letters: Sequence[int]) -> list[int]:
        """Return what letters stand for."""
        return self._each(_CODE, letters)

    def unknown(self, letters: Sequence[int]) -> list[int]:
        """Return of each letter whether the file does not say what it stands for."""
        return self._each(_HAS_NO_CODE, letters)

    def sizes(self, letters: Sequence[int]) -> list[float]:
        """Return the sizes of their fonts."""
        return self._each(_SIZE, letters)

    def boxes(self, letters: Sequence[int]) -> Iterator[_Record]:
        """Return left, top, right and bottom of each, as wide as its advance."""
        return self._records(_BOX, letters, "4f")

    def matrices(self, letters: Sequence[int]) -> Iterator[_Record]:
        """Return how each is turned and stretched."""
        return self._records(_MATRIX, letters, "6f")

    def origins(self, letters: Sequence[int]) -> Iterator[_Record]:
        """Return where each begins."""
        return self._records(_ORIGIN, letters, "2d", parts=2)

    def _each(self, question: _Question, letters: Sequence[int]) -> list[Any]:
        return [*map(question, repeat(self._text), letters)]

    def _records(
        self,
        question: _Question,
        letters: Sequence[int],
        form: str,
        parts: int = 1,
    ) -> Iterator[_Record]:
        """Return what is left behind of each letter: a record of so many parts."""
        size = calcsize(form)
        records = create_string_buffer(size * len(letters))
        start = addressof(records)
        end = start + len(records)
        places = [range(start + part * size // parts, end, size) for part in range(parts)]
        deque(map(question, repeat(self._text), letters, *places), maxlen=0)
        return iter_unpack(form, records)
