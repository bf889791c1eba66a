"""The report's own words, in the language of its reader."""

from msgspec import Struct

from jiheng.rulebook.messages import UnknownMessage, say, template
from jiheng.rulebook.phrases import Told


class Voice(Struct, frozen=True, kw_only=True):
    """Says the sentences of the catalogue's group ``report`` in one language."""

    language: str = "zh"

    def __call__(self, key: str, /, **values: Told) -> str:
        """Return one sentence with its parameters filled."""
        return say(f"report.{key}", self.language, **values)

    def field(self, name: str) -> str:
        """Return what people call a field of the form; an unknown one keeps its own name."""
        return template(f"report.field.{name}", self.language) or name

    def defect(self, code: str, name: str) -> str:
        """Return a check's title, or the defect's name where the catalogue has no title."""
        try:
            return template(f"{code[:2].lower()}.{code}.title", self.language) or name
        except UnknownMessage:
            return name
