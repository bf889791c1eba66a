"""What happened to a form, the latest first, with the cells that each step was about."""

import msgspec
from msgspec import Struct

from jiheng.web.chain.lights import Progress
from jiheng.web.chain.models import Event, Monitoring, ProposedTarget, ReturnedCell
from jiheng.web.chain.past import past_of
from jiheng.web.chain.steps import SETTLING, Action
from jiheng.web.forms.models import Change, FormRecord
from jiheng.web.forms.sheet import Drawn
from jiheng.web.forms.trail import Done, Trail, trail_of

_WITHOUT_CELLS = frozenset({Action.OPEN_CELL, Action.REFUSE_OPENING, Action.ADVISE}) | SETTLING
"""What these are about stands elsewhere."""


class Line(Struct, frozen=True, kw_only=True):
    """A cell of an event: what was said of it, or what it was and became.

    Attributes:
        light: colour of its progress, where that was reported.
    """

    name: str
    anchor: str
    old: str = ""
    new: str = ""
    remark: str = ""
    light: str = ""


class Happening(Struct, frozen=True, kw_only=True):
    """An event with its cells."""

    event: Event
    lines: tuple[Line, ...]


def history(record: FormRecord, page: Drawn) -> tuple[Happening, ...]:
    """Return the events of a form, the latest first."""
    trail = trail_of(record)
    found: list[Happening] = []
    before = 1
    for event in past_of(record).events:
        event.record = record
        found.append(Happening(event=event, lines=_lines(event, before, page, trail)))
        if event.step_from != event.step_to or event.action == Action.FEED_BACK:
            before = event.version
    return tuple(reversed(found))


def _lines(event: Event, before: int, page: Drawn, trail: Trail) -> tuple[Line, ...]:
    match event.action:
        case action if action in _WITHOUT_CELLS:
            return ()
        case Action.SEND_BACK | Action.ASK_OPENING | Action.ISSUE_NOTICE:
            return tuple(
                Line(
                    name=trail.name(each.path, event.version, page),
                    anchor=trail.anchor(each.path, event.version, page),
                    remark=each.remark,
                )
                for each in ReturnedCell.objects.filter(event=event)
            )
        case Action.ASK_ADJUSTMENT:
            return tuple(
                _change(each.path, each.old, each.new, page)
                for each in ProposedTarget.objects.filter(event=event)
            )
        case Action.REPORT_MONITORING:
            return _progress(event, page)
        case _:
            versions = {"version__number__gt": before, "version__number__lte": event.version}
            changes = Change.objects.filter(version__record=event.record, **versions)
            written = (
                trail.written(each, each.version.number, page)
                for each in changes.select_related("version")
            )
            arranged = trail.arranged(before, event.version, page)
            return tuple(_line(each) for each in (*arranged, *written))


def _progress(event: Event, page: Drawn) -> tuple[Line, ...]:
    report = Monitoring.objects.get(event=event)
    rows = msgspec.json.decode(report.progress, type=tuple[Progress, ...])
    return tuple(
        Line(
            name=page.name(each.path),
            anchor=page.anchor(f"{each.path}.target"),
            old=each.done or "",
            new=each.forecast or "",
            light=each.light,
        )
        for each in rows
    )


def _line(done: Done) -> Line:
    return Line(name=done.name, anchor=done.anchor, old=done.old, new=done.new)


def _change(path: str, old: str | None, new: str | None, page: Drawn) -> Line:
    return Line(name=page.name(path), anchor=page.anchor(path), old=old or "", new=new or "")
