"""A correction of one field in the user's own file."""

from msgspec import Struct

from jiheng.model.form import Cell


class FieldEdit(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One field that gets another value.

    Attributes:
        path: the field, as ``total.score`` or ``indicators[3].score``.
        cell: where it stands in the file.
        old: the words of the cell that are replaced; "" where the cell was left empty. They are a
            part of the cell's text where it holds more, as a grade quoted in a sentence does.
        new: the words that stand there afterwards.
    """

    path: str
    cell: Cell
    old: str
    new: str
