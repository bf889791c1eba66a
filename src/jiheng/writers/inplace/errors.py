"""The exception of writing into the user's own file.

Unwritable    a file may be read, but nothing may be written into it
"""

from jiheng.rulebook.messages import say


class Unwritable(Exception):
    """A file that is left as it is.

    Attributes:
        key: which sentence of the catalogue says why.
    """

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self._values = values

    def sentence(self, language: str) -> str:
        """Return why, for the user."""
        return say(f"inplace.{self.key}", language, **self._values)
