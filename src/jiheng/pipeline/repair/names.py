"""What cells are called, and the sentences of a repair, in one language."""

from collections.abc import Iterable

from msgspec import Struct

from jiheng.model.form import Form
from jiheng.pipeline.repair.correction import cell_path
from jiheng.rulebook.messages import say
from jiheng.writers.report.places import name_of, place_of
from jiheng.writers.report.voice import Voice

_LONGEST = 30


class Names(Struct, frozen=True, kw_only=True):
    """Speaks of one form's cells."""

    form: Form
    language: str = "zh"

    def called(self, path: str) -> str:
        """Return a cell's name in words."""
        return name_of(self.form, path, Voice(language=self.language))

    def place(self, path: str) -> str | None:
        """Return where a cell is in its file, or None where it has no place."""
        return place_of(self.form, cell_path(self.form, path), Voice(language=self.language))

    def defect(self, code: str, name: str) -> str:
        """Return a check's title."""
        return Voice(language=self.language).defect(code, name)

    def say(self, key: str, **values: str) -> str:
        """Return a sentence of the repair."""
        return say(f"repair.{key}", self.language, **values)

    def listed(self, words: Iterable[str]) -> str:
        """Return words as a list."""
        return say("cli.comma", self.language).join(words)

    def short(self, text: str) -> str:
        """Return a text that fits into an answer."""
        line = text.replace("\n", " ")
        return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
