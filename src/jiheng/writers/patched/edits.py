"""What became of the corrections of a file."""

from msgspec import Struct

from jiheng.model.edit import FieldEdit


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
