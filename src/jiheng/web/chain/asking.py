"""What an action asks of a person, and their answer as an order."""

from django.http import HttpRequest
from msgspec import Struct
from msgspec.structs import replace

from jiheng.audit.cells import text_at
from jiheng.model.form import Form, Indicator
from jiheng.web.chain.actions import Move
from jiheng.web.chain.actions.ask_adjustment import target_now
from jiheng.web.chain.actions.report_monitoring import monitored
from jiheng.web.chain.actions.send_back import BACK_TO
from jiheng.web.chain.changed import changed_since
from jiheng.web.chain.models import OpeningRequest, ReturnedCell
from jiheng.web.chain.openness import (
    askable_paths,
    open_return,
    request_waiting,
    writable_at,
)
from jiheng.web.chain.order import Achieved, Aspect, CellRemark, Order
from jiheng.web.chain.route import load_route
from jiheng.web.chain.steps import Step
from jiheng.web.forms.drawn import drawn_paths
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import CellChange, form_of
from jiheng.web.forms.sheet import Drawn, drawn_now
from jiheng.web.pages.visitor import visitor


class NamedCell(Struct, frozen=True, kw_only=True):
    """A cell under the name that people know.

    Attributes:
        text: what stands there, or what is said of it.
        new: what it was changed into, where that is shown.
    """

    path: str
    name: str
    text: str = ""
    new: str = ""


class TargetRow(Struct, frozen=True, kw_only=True):
    """An indicator with the target that counts."""

    path: str
    row: Indicator
    target: str


class Question(Struct, frozen=True, kw_only=True):
    """Everything that an action's page shows."""

    found: tuple[NamedCell, ...] = ()
    others: tuple[NamedCell, ...] = ()
    targets: tuple[TargetRow, ...] = ()
    changed: tuple[NamedCell, ...] = ()
    chosen: tuple[str, ...] = ()
    request: OpeningRequest | None = None
    aspects: tuple[Aspect, ...] = tuple(Aspect)
    month: int = 0


def question(
    record: FormRecord, move: Move, language: str, chosen: tuple[str, ...] = ()
) -> Question:
    """Return what the page of an action shows of a form; chosen cells stand with the first."""
    if "cells" in move.asks:
        return cells_to_return(record, drawn_now(record, language), chosen)
    if "locked" in move.asks:
        form = form_of(record)
        page = drawn_now(record, language)
        return _cells(form, page, askable_paths(form, record), chosen)
    if "request" in move.asks:
        return _request(record, language)
    if "note" in move.asks:
        return Question(changed=_changed(record, language))
    rule = load_route(record.route).monitoring
    return Question(targets=_targets(record), month=rule.month if rule else 0)


def cells_to_return(record: FormRecord, page: Drawn, chosen: tuple[str, ...] = ()) -> Question:
    """Return the cells that a return would open again: those of findings, and the others."""
    form = form_of(record)
    return _cells(form, page, writable_at(form, BACK_TO[Step(record.step)]), chosen)


def cells_in_question(page: Drawn) -> frozenset[str]:
    """Return the cells where errors and doubts are mended; a hint alone sends nothing back."""
    return frozenset(
        path
        for each in page.view.findings
        if each.standing == "counted" and each.finding.severity != "info"
        for path in each.finding.mend_at or each.finding.at
    )


def order_from(request: HttpRequest, record: FormRecord, move: Move, language: str) -> Order:
    """Return what a person sent as an order; what an action did not ask for is not read."""
    sent, asks = request.POST, move.asks
    version = sent.get("version", str(record.version))
    names_cells = not {"cells", "locked"}.isdisjoint(asks)
    remarks = _remarks(record, language) if names_cells else {}
    changes = (CellChange(path=path, new=value) for path, value in sent.items() if value.strip())
    achieved = (
        Achieved(
            path=row.path.removesuffix(".target"),
            done=sent.get(f"{row.path}.done", "").strip() or None,
            forecast=sent.get(f"{row.path}.forecast", "").strip() or None,
        )
        for row in (_targets(record) if "progress" in asks else ())
    )
    return Order(
        person=visitor(request),
        record=record.pk,
        version=int(version) if version.isdecimal() else 0,
        reason=sent.get("reason", ""),
        cells=tuple(
            CellRemark(path=path, remark=remarks.get(path, "")) for path in sent.getlist("cell")
        )
        if names_cells
        else (),
        changes=tuple(each for each in changes if each.path.endswith(".target"))
        if "targets" in asks
        else (),
        aspects=tuple(each for each in Aspect if each in sent.getlist("aspect")),
        achieved=tuple(achieved),
    )


def batch_order(request: HttpRequest, record: FormRecord, move: Move, language: str) -> Order:
    """Return what was said of many forms, as an order about one of them.

    Each has the version that the list showed, and a return points to its own findings.
    """
    order = order_from(request, record, move, language)
    seen = request.POST.get(f"version.{record.number}", str(record.version))
    order = replace(order, version=int(seen) if seen.isdecimal() else 0)
    if "cells" not in move.asks or "propose" not in request.POST:
        return order
    return pointing(order, record, language)


def pointing(order: Order, record: FormRecord, language: str) -> Order:
    """Return an order that points to the cells of the form's own findings."""
    page = drawn_now(record, language)
    asked = cells_in_question(page)
    found = (each for each in cells_to_return(record, page).found if each.path in asked)
    cells = tuple(CellRemark(path=each.path, remark=each.text) for each in found)
    return replace(order, cells=cells)


def _cells(form: Form, page: Drawn, writable: frozenset[str], chosen: tuple[str, ...]) -> Question:
    """The cells that would open: those that were chosen, and those of findings, first."""
    cells = tuple(
        NamedCell(path=path, name=page.name(path), text=page.remarks.get(path, ""))
        for path in drawn_paths(form)
        if path in writable
    )
    return Question(
        found=tuple(each for each in cells if each.text or each.path in chosen),
        others=tuple(each for each in cells if not each.text and each.path not in chosen),
        chosen=chosen,
    )


def _request(record: FormRecord, language: str) -> Question:
    """What the unit asks to have opened, with what stands there."""
    form, request = form_of(record), request_waiting(record)
    page = drawn_now(record, language)
    asked = ReturnedCell.objects.filter(event=request.event) if request else ()
    cells = (
        NamedCell(path=each.path, name=page.name(each.path), text=text_at(form, each.path) or "")
        for each in asked
    )
    return Question(found=tuple(cells), request=request)


def _remarks(record: FormRecord, language: str) -> dict[str, str]:
    return drawn_now(record, language).remarks


def _changed(record: FormRecord, language: str) -> tuple[NamedCell, ...]:
    page = drawn_now(record, language)
    returned = open_return(record)
    return tuple(
        NamedCell(
            path=each.path,
            name=each.name or page.name(each.path),
            text=each.old or "",
            new=each.new or "",
        )
        for each in changed_since(record, returned.version if returned else 0)
    )


def _targets(record: FormRecord) -> tuple[TargetRow, ...]:
    form = form_of(record)
    rows = monitored(form)
    return tuple(
        TargetRow(path=f"{path}.target", row=row, target=target_now(form, f"{path}.target") or "")
        for path, row in ((f"indicators[{at}]", row) for at, row in enumerate(form.indicators))
        if path in rows
    )
