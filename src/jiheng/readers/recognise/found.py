"""What one part of the recogniser hands back."""

from typing import Generic, TypeVar

from msgspec import Struct

from jiheng.model.form import Cell, Doubt

T_co = TypeVar("T_co", covariant=True)


class Found(Struct, Generic[T_co], frozen=True, kw_only=True):
    """A part of the form, where its fields stood, and what is open.

    Attributes:
        cells: path of a field → its place.
    """

    value: T_co
    cells: dict[str, Cell]
    doubts: tuple[Doubt, ...] = ()
