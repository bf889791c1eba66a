"""What became of the corrections of a file."""

from msgspec import Struct

from jiheng.model.edit import FieldEdit
from jiheng.rulebook.messages import say


class Refused(Exception):
    """A correction that cannot be made; the others go on.

    Attributes:
        key: which sentence of the catalogue says why.
    """

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self._values = values

    def sentence(self, language: str) -> str:
        """Return why, for the user."""
        return say(f"patch.{self.key}", language, **self._values)


class RefusedEdit(Struct, frozen=True, kw_only=True):
    """A correction that was not made.

    Attributes:
        reason: why, as one sentence for the user.
    """

    edit: FieldEdit
    reason: str


class Patched(Struct, frozen=True, kw_only=True):
    """A file with its corrections.

    Attributes:
        data: the file; the same bytes as before where no correction could be made.
        made: the corrections that now stand in it.
    """

    data: bytes
    made: tuple[FieldEdit, ...] = ()
    refused: tuple[RefusedEdit, ...] = ()
