"""A text whose words are replaced where they stand, several times over."""

from jiheng.writers.patched.edits import Refused
from jiheng.writers.patched.finding_words import Span


class Letters:
    """Keeps for each letter of the old text what stands there now.

    So every replacement names its place in the old text, whatever was replaced before it.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        # One more, for what is written where nothing stood.
        self._now = [*text, ""]
        self._taken: set[int] = set()

    def replace(self, span: Span, new: str) -> None:
        """Put new words in the place of old ones; raises Refused when these are gone already."""
        start, end = span
        places = set(range(start, max(end, start + 1)))
        if not self._taken.isdisjoint(places):
            raise Refused("overlapping")
        self._taken |= places
        self._now[start:end] = [""] * (end - start)
        self._now[start] = new

    def between(self, start: int, end: int) -> str:
        """Return what stands now where a stretch of the old text stood."""
        return "".join(self._now[start:end])

    def whole(self) -> str:
        """Return the text as it is now."""
        return "".join(self._now)
