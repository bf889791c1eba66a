"""What an address of any of a form's versions means on the sheet of today."""

from collections.abc import Mapping

from msgspec import Struct, field

from jiheng.rulebook.messages import say
from jiheng.web.forms.models import Change, Deed, FormRecord, RowMove
from jiheng.web.forms.rows import Moved, carried, moves_of, removed_by, removed_name
from jiheng.web.forms.sheet import Drawn

_SHEET = "#sheet"


class Done(Struct, frozen=True, kw_only=True):
    """A cell that was written in, or a row that came, went or moved, under its name."""

    name: str
    anchor: str
    old: str = ""
    new: str = ""


class Trail(Struct, frozen=True, kw_only=True):
    """The rows of a form through its versions.

    Attributes:
        rows: key of a move → its row, ``Indicator`` as JSON.
    """

    moves: tuple[Moved, ...] = ()
    rows: Mapping[int, str] = field(default_factory=dict[int, str])

    def now(self, path: str, version: int) -> str:
        """Return where a cell of a version is today."""
        return carried(path, (each for each in self.moves if each.number > version))

    def name(self, path: str, version: int, page: Drawn) -> str:
        """Return what people call a cell of a version, be its row still there or not."""
        here = self.now(path, version)
        gone = removed_by(here)
        return page.name(here) if gone is None else removed_name(self.rows[gone], here, page.voice)

    def anchor(self, path: str, version: int, page: Drawn) -> str:
        """Return the address on the page of a cell of a version."""
        here = self.now(path, version)
        return page.anchor(here) if removed_by(here) is None else _SHEET

    def written(self, change: Change, version: int, page: Drawn) -> Done:
        """Return what was written in a cell of a version."""
        return Done(
            name=self.name(change.path, version, page),
            anchor=self.anchor(change.path, version, page),
            old=change.old or "",
            new=change.new or "",
        )

    def arranged(self, after: int, until: int, page: Drawn) -> tuple[Done, ...]:
        """Return what was done with rows after a version, until another one."""
        return tuple(
            self._arranged(each, page) for each in self.moves if after < each.number <= until
        )

    def _arranged(self, move: Moved, page: Drawn) -> Done:
        name = removed_name(self.rows[move.id], "", page.voice)
        done = say(f"web.noted.{move.deed}-row", page.voice.language)
        if move.deed is Deed.REMOVE:
            return Done(name=done, anchor=_SHEET, old=name)
        path = f"indicators[{move.at if move.to is None else move.to}].name"
        return Done(name=done, anchor=self.anchor(path, move.number, page), new=name)


def trail_of(record: FormRecord) -> Trail:
    """Return the rows of a form through its versions; of most forms none was ever moved."""
    moves = moves_of(record)
    if not moves:
        return Trail()
    rows = RowMove.objects.filter(version__record=record).values_list("pk", "row")
    return Trail(moves=moves, rows=dict(rows))
