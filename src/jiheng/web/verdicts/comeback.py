"""How a form came back: what was asked, what was changed, and which findings are gone."""

import msgspec
from msgspec import Struct

from jiheng.audit.cells import row_of
from jiheng.model.audit import Finding
from jiheng.model.form import Form
from jiheng.web.chain.changed import Difference, changed_since
from jiheng.web.chain.models import Event, ReturnedCell
from jiheng.web.chain.openness import dependants
from jiheng.web.chain.past import past_of
from jiheng.web.chain.steps import Action
from jiheng.web.forms.drawn import with_texts
from jiheng.web.forms.models import FormRecord, FormVersion
from jiheng.web.forms.remembering import judged
from jiheng.web.forms.sheet import Drawn


class Changed(Struct, frozen=True, kw_only=True):
    """A cell that the unit changed.

    Attributes:
        why: ``asked``: the return pointed to it; ``follows``: it depends on such a cell;
            ``other``.
    """

    path: str
    name: str
    old: str
    new: str
    why: str


class Comeback(Struct, frozen=True, kw_only=True):
    """A form since it was last returned.

    Attributes:
        returned: the return.
        answer: with what it was handed in again; None where it was not yet.
        cells: what was changed.
        untouched: names of the cells to which the return points and that stayed as they were.
        mended: titles of the findings that are gone.
        before: how many findings there were when it was returned.
    """

    returned: Event
    answer: Event | None
    cells: tuple[Changed, ...]
    untouched: tuple[str, ...]
    mended: tuple[str, ...]
    before: int
    differences: dict[str, Difference]


def comeback_of(record: FormRecord, page: Drawn) -> Comeback | None:
    """Return how a form came back; None where it was never returned."""
    past = past_of(record)
    returned, answer = past.last(Action.SEND_BACK), past.last(Action.RESUBMIT)
    if returned is None:
        return None
    wished = tuple(ReturnedCell.objects.filter(event=returned).values_list("path", flat=True))
    changed = {each.path: each for each in changed_since(record, returned.version)}
    before = _found_then(record, returned, page)
    now = {_what(each) for each in _counted(page)}
    return Comeback(
        returned=returned,
        answer=answer if answer and answer.pk > returned.pk else None,
        cells=tuple(_changed(each, wished, page) for each in changed.values()),
        untouched=tuple(page.name(path) for path in wished if path not in changed),
        mended=tuple(
            dict.fromkeys(
                page.voice.defect(each.code, each.name) for each in before if _what(each) not in now
            )
        ),
        before=len(before),
        differences=changed,
    )


def _changed(each: Difference, wished: tuple[str, ...], page: Drawn) -> Changed:
    follows = {path for wish in wished for path in dependants(wish)}
    why = "asked" if each.path in wished else "follows" if each.path in follows else "other"
    return Changed(
        path=each.path,
        name=page.name(each.path),
        old=each.old or "",
        new=each.new or "",
        why=why,
    )


def _found_then(record: FormRecord, returned: Event, page: Drawn) -> tuple[Finding, ...]:
    """What counted against the form as it was returned."""
    if page.judged is None:
        return ()
    versions = FormVersion.objects.filter(record=record, number__lte=returned.version)
    then = versions.order_by("-number").first()
    if then is None:
        return ()
    form = with_texts(msgspec.json.decode(then.document, type=Form))
    found = judged(form, page.voice.language, record.papers).audit.findings
    return tuple(each for each in found if each.counts and each.severity != "info")


def _counted(page: Drawn) -> tuple[Finding, ...]:
    return tuple(
        each.finding
        for each in page.view.findings
        if each.standing == "counted" and each.finding.severity != "info"
    )


def _what(finding: Finding) -> tuple[str, frozenset[str]]:
    """What makes a finding the same in two versions: its code and where it is seen."""
    return finding.code, frozenset(row_of(path) or path for path in finding.at)
