"""What the parts of the load test tell one another, as JSON between processes."""

from msgspec import Struct


class Desk(Struct, frozen=True, kw_only=True):
    """A clerk and the form that they fill in.

    Attributes:
        cells: the cells in which they type.
    """

    username: str
    password: str
    number: str
    cells: tuple[str, ...]


class Kept(Struct, frozen=True, kw_only=True):
    """A cell that has to be there.

    Attributes:
        texts: what it may hold: the last text that was acknowledged to each of its writers, and
            what was sent after that without an answer.
    """

    number: str
    path: str
    texts: tuple[str, ...]


class Loss(Struct, frozen=True, kw_only=True):
    """What the database holds instead."""

    kept: Kept
    found: str | None


class Verdict(Struct, frozen=True, kw_only=True):
    """Whether everything that was acknowledged is there.

    Attributes:
        cells: how many were compared.
        halves: forms that are not what their last version holds.
        is_chain_whole: the journal's chain has no break.
    """

    cells: int
    losses: tuple[Loss, ...]
    halves: tuple[str, ...]
    is_chain_whole: bool

    @property
    def is_good(self) -> bool:
        """Whether nothing is lost, half, or broken."""
        return not self.losses and not self.halves and self.is_chain_whole


class Imported(Struct, frozen=True, kw_only=True):
    """How far an import has come.

    Attributes:
        waiting: files that are still to be read.
        forms: that came out of those that were.
        doubled: forms that came out of the same file twice.
    """

    files: int
    waiting: int
    forms: int
    doubled: int
