"""How much of a ledger is copied, and what a query may use."""

from msgspec import Struct

from jiheng.formats.apart.limits import Limits

_GIGABYTE = 1 << 30
_ROOM = 1536 << 20
"""What a program with DuckDB reserves beside what DuckDB counts: code, stacks of threads."""


class Caps(Struct, frozen=True, kw_only=True):
    """Caps on one measure.

    Attributes:
        rows: of a table.
        bytes: of a table's copy, and of what a query spills to disk.
        memory: bytes of a program that copies or queries.
        seconds: of a query, by the clock; twice that of the processor.
        copying_seconds: of the copying of one table.
    """

    rows: int = 200_000_000
    bytes: int = 40 * _GIGABYTE
    memory: int = 2 * _GIGABYTE
    seconds: int = 120
    copying_seconds: int = 3600

    @property
    def asking(self) -> Limits:
        """What the program that queries may use."""
        return self._within(self.seconds)

    @property
    def copying(self) -> Limits:
        """What the program that copies may use."""
        return self._within(self.copying_seconds)

    def _within(self, seconds: int) -> Limits:
        return Limits(memory=self.memory + _ROOM, cpu_seconds=2 * seconds, seconds=seconds)
