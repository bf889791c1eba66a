"""The exception of writing into the user's own file.

Unwritable    a file may be read, but nothing may be written into it
"""

from jiheng.rulebook.phrases import Told, phrase
from jiheng.rulebook.telling import Telling


class Unwritable(Telling):
    """A file that is left as it is; a sentence of ``inplace.yaml`` says why."""

    def __init__(self, key: str, /, **values: Told) -> None:
        super().__init__(phrase(f"inplace.{key}", **values))
