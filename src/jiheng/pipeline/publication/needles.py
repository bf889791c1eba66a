"""Names and numbers that are looked for in a text, however they are written there."""

import re
from collections.abc import Iterable, Iterator

from jiheng.pipeline.publication.folding import folded

LEAST = 2
"""A single character is no name that could be looked for."""


class Needles:
    """Many names and numbers, looked for at once.

    A number is found only whole, not within a longer one.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        found = {folded(text).strip() for text in texts}
        self.texts = frozenset(text for text in found if len(text) >= LEAST)
        self._lengths = tuple(sorted({len(text) for text in self.texts}, reverse=True))
        firsts = re.escape("".join(sorted({text[0] for text in self.texts})))
        seconds = re.escape("".join(sorted({text[1] for text in self.texts})))
        # Two characters that may begin one are soon found; only there it is looked closer.
        self._beginning = re.compile(f"[{firsts}](?=[{seconds}])") if self.texts else None

    def with_all(self, others: "Needles") -> "Needles":
        """Return these and others together."""
        return Needles(self.texts | others.texts) if others.texts - self.texts else self

    def __bool__(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.texts)

    def found_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where a folded text holds one of them, the longest at each place."""
        if self._beginning is None:
            return
        end = 0
        for beginning in self._beginning.finditer(text):
            start = beginning.start()
            if start < end:
                continue
            length = self._length_at(text, start)
            if length:
                end = start + length
                yield start, end

    def _length_at(self, text: str, start: int) -> int:
        for length in self._lengths:
            end = start + length
            if text[start:end] in self.texts and not _is_within_number(text, start, end):
                return length
        return 0


def _is_within_number(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start].isdecimal() and text[start].isdecimal()
    after = text[end : end + 1].isdecimal() and text[end - 1].isdecimal()
    return before or after
