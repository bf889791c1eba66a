"""What one part of the recogniser hands back."""

from typing import Generic, TypeVar

from msgspec import Struct

from jiheng.model.form import Cell, Doubt

T_co = TypeVar("T_co", covariant=True)


class Told(Struct, frozen=True, kw_only=True):
    """A further text of the form, its label, and where it stands or would stand.

    Attributes:
        is_sure: it is this label's text and no other's.
    """

    label: str
    text: str | None
    place: Cell
    is_sure: bool = True


class Found(Struct, Generic[T_co], frozen=True, kw_only=True):
    """A part of the form, where its fields stood, and what is open.

    Attributes:
        cells: path of a field → its place.
        further: what else stands in this part, as texts with labels.
    """

    value: T_co
    cells: dict[str, Cell]
    doubts: tuple[Doubt, ...] = ()
    further: tuple[Told, ...] = ()
