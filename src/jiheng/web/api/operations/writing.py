"""Cells written, and everything that moves a form on."""

from typing import Annotated

from django.http import HttpRequest
from msgspec import UNSET, Meta, Struct, UnsetType
from ninja import Body

from jiheng.web.access.decide import Ruling
from jiheng.web.access.situations import ruling_on
from jiheng.web.api.operations.around import Done, Number, done, seen
from jiheng.web.api.problems import CellsApart
from jiheng.web.api.registry import Operation
from jiheng.web.api.wire import NO_NUL, Line, Text, Wire
from jiheng.web.chain.actions import MOVES, Move
from jiheng.web.chain.actions.fill import fill
from jiheng.web.chain.asking import NamedCell, question
from jiheng.web.chain.order import Achieved, Aspect, CellRemark, Order, Refused
from jiheng.web.chain.steps import Action
from jiheng.web.chain.views import move_named
from jiheng.web.forms.drawn import drawn_paths
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import CellChange, OutOfDate, form_of, text_at
from jiheng.web.forms.sent import clean
from jiheng.web.forms.standing import standing_of
from jiheng.web.language import language_of
from jiheng.web.pages.visitor import visitor

_MOST_CELLS = 2_000

Version = Annotated[int, Meta(ge=1, le=2**31 - 1)]
CellPath = Annotated[str, Meta(min_length=1, max_length=120, pattern=NO_NUL)]
MoveName = Action


class WrittenCell(Struct, frozen=True, kw_only=True):
    """A cell to write; null leaves it empty.

    Attributes:
        old: what the caller saw there. Left out, the cell is only written while the form's
            version is the one that the request names.
    """

    path: CellPath
    new: Text | None
    old: Text | UnsetType | None = UNSET


class Save(Wire, frozen=True, kw_only=True):
    """Cells to write, and the version of the form that the caller saw."""

    version: Version
    changes: Annotated[tuple[WrittenCell, ...], Meta(max_length=_MOST_CELLS)]


class Saved(Wire, frozen=True, kw_only=True):
    """What stands in the cells that are open to the caller, after a save."""

    number: str
    version: int
    cells: dict[str, str]


class Pointed(Struct, frozen=True, kw_only=True):
    """A cell that a return or a request points to."""

    path: CellPath
    remark: Text = ""


class NewTarget(Struct, frozen=True, kw_only=True):
    """A target as the unit would have it."""

    path: CellPath
    new: Line


class Reached(Struct, frozen=True, kw_only=True):
    """How far an indicator has come, and what it will be at the year's end."""

    path: CellPath
    done: Line | None = None
    forecast: Line | None = None


class ActionWish(Wire, frozen=True, kw_only=True):
    """What somebody says with an action; what it does not ask for is not read.

    Attributes:
        version: of the form, as the caller saw it.
        cells: to which a return or a request points.
        aspects: what a target was found to be: all four let it pass.
    """

    version: Version
    reason: Text = ""
    cells: Annotated[tuple[Pointed, ...], Meta(max_length=_MOST_CELLS)] = ()
    targets: Annotated[tuple[NewTarget, ...], Meta(max_length=_MOST_CELLS)] = ()
    aspects: Annotated[tuple[Aspect, ...], Meta(max_length=4)] = ()
    achieved: Annotated[tuple[Reached, ...], Meta(max_length=_MOST_CELLS)] = ()


class AskedCell(Wire, frozen=True, kw_only=True):
    """A cell that an action is about, with what stands there or is said of it."""

    path: str
    name: str
    text: str


class AskedAction(Wire, frozen=True, kw_only=True):
    """An action that the caller may do now, and what has to be said with it.

    Attributes:
        asks: ``reason``, ``cells``, ``locked``, ``aspects``, ``targets``, ``progress``,
            ``request``, ``note``.
        cells: that may be named; those of findings come first.
        month: that a report of progress is about.
    """

    action: str
    asks: tuple[str, ...]
    cells: tuple[AskedCell, ...]
    month: int | None


class AskedActions(Wire, frozen=True, kw_only=True):
    """What the caller may do with a form now."""

    number: str
    version: int
    items: tuple[AskedAction, ...]


def save_cells(request: HttpRequest, number: Number, save: Body[Save]) -> Saved:
    """Write cells, each by itself; what somebody else changed meanwhile is told."""
    person, record = visitor(request), seen(request, number)
    changes = _changes(record, save)
    filled = fill(Order(person=person, record=record.pk, version=None, changes=changes))
    record.refresh_from_db()
    if filled.apart:
        raise CellsApart(filled.apart, record.version)
    form = form_of(record)
    shown = sorted(standing_of(person, record).open_now)
    cells = {path: text_at(form, path) or "" for path in shown}
    return Saved(number=record.number, version=record.version, cells=cells)


def actions(request: HttpRequest, number: Number) -> AskedActions:
    """Return what the caller may do with a form, and what each action asks for."""
    record = seen(request, number)
    allowed = standing_of(visitor(request), record).allowed
    moves = (move for move in MOVES if move.action in allowed)
    return AskedActions(
        number=record.number,
        version=record.version,
        items=tuple(_asked(record, move, language_of(request)) for move in moves),
    )


def act(request: HttpRequest, number: Number, action: MoveName, wish: Body[ActionWish]) -> Done:
    """Do an action with a form."""
    person, record = visitor(request), seen(request, number)
    move = move_named(action)
    ruling = ruling_on(person, move.action, record)
    if ruling is not Ruling.ALLOWED:
        raise Refused(f"ruling.{ruling}")
    points = not {"cells", "locked"}.isdisjoint(move.asks)
    order = Order(
        person=person,
        record=record.pk,
        version=wish.version,
        reason=wish.reason,
        cells=tuple(CellRemark(path=each.path, remark=each.remark) for each in wish.cells)
        if points
        else (),
        changes=tuple(CellChange(path=each.path, new=each.new) for each in wish.targets)
        if "targets" in move.asks
        else (),
        aspects=wish.aspects,
        achieved=tuple(
            Achieved(path=each.path, done=clean(each.done), forecast=clean(each.forecast))
            for each in wish.achieved
        ),
    )
    move.perform(order)
    return done(record)


def _changes(record: FormRecord, save: Save) -> tuple[CellChange, ...]:
    """What is to be written, each with what the caller saw.

    Raises:
        OutOfDate: the caller saw another version, and does not say what stood in a cell.
    """
    form = form_of(record)
    known = frozenset(drawn_paths(form))
    is_current = save.version == record.version
    if not is_current and any(each.old is UNSET for each in save.changes):
        raise OutOfDate(record.version)
    found: list[CellChange] = []
    for each in save.changes:
        now = text_at(form, each.path) if each.path in known else None
        old = now if isinstance(each.old, UnsetType) else clean(each.old)
        if clean(each.new) != old:
            found.append(CellChange(path=each.path, old=old, new=clean(each.new)))
    return tuple(found)


def _asked(record: FormRecord, move: Move, language: str) -> AskedAction:
    if not move.asks:
        return AskedAction(action=move.action, asks=(), cells=(), month=None)
    asked = question(record, move, language)
    targets = (
        NamedCell(path=each.path, name=each.row.name, text=each.target) for each in asked.targets
    )
    is_about_targets = not {"targets", "progress"}.isdisjoint(move.asks)
    named = tuple(targets) if is_about_targets else (*asked.found, *asked.others)
    return AskedAction(
        action=move.action,
        asks=move.asks,
        cells=tuple(AskedCell(path=each.path, name=each.name, text=each.text) for each in named),
        month=asked.month if "progress" in move.asks else None,
    )


OPERATIONS = (
    Operation(
        name="save-cells",
        method="POST",
        path="/forms/{number}/cells",
        view=save_cells,
        answer=Saved,
    ),
    Operation(
        name="actions",
        method="GET",
        path="/forms/{number}/actions",
        view=actions,
        answer=AskedActions,
    ),
    Operation(
        name="act",
        method="POST",
        path="/forms/{number}/actions/{action}",
        view=act,
        answer=Done,
    ),
)
