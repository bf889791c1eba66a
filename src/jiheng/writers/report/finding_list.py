"""The list of findings beside a form, each with what it rests on and where it can be mended."""

from collections.abc import Iterable

from jiheng.audit.cells import row_of
from jiheng.model.audit import Finding, Mend
from jiheng.model.citation import Citation
from jiheng.writers.report.badge import tone
from jiheng.writers.report.cutting import cell_shown
from jiheng.writers.report.markup import Html, el, join
from jiheng.writers.report.order import Numbered
from jiheng.writers.report.places import name_of, row_place_of
from jiheng.writers.report.view import FormView
from jiheng.writers.report.voice import Voice

_SLOT = "\0"
"""Stands for the links in their sentence until they are put there."""
SHOWN_CELLS = 4
"""So many compared cells are named; of the rest only the number is told."""


def finding_list(view: FormView, findings: Iterable[Numbered], voice: Voice) -> Html:
    """Return findings as an ordered list."""
    return el("ol", *(_finding(view, each, voice) for each in findings), class_="findings")


def mend_tag(mend: Mend, voice: Voice) -> Html:
    """Return who can mend a finding, as a small tag."""
    return el("span", voice(f"mend.{mend}"), class_=f"mend {mend}")


def law_line(law: Citation | None, voice: Voice) -> Html:
    """Return what a finding rests on, and whether somebody read it."""
    if law is None:
        return Html()
    state = "verified" if law.verified else "unverified"
    return el(
        "p",
        el("b", voice("finding.law")),
        el("span", voice(f"law.{state}"), class_=f"law {state}"),
        f" {law.title} {law.pinpoint}",
        class_="basis",
    )


def labelled(label: str, text: str | None) -> Html:
    """Return one labelled line, or nothing where there is no text."""
    return el("p", el("b", label), text, class_="more") if text else Html()


def _finding(view: FormView, each: Numbered, voice: Voice) -> Html:
    finding = each.finding
    number = el("span", str(each.number), class_=f"n {tone(each)}", aria_hidden="true")
    return el(
        "li",
        number,
        el("div", *_body(view, each, voice)),
        id=view.finding_id(each),
        class_=f"finding {tone(each)}",
        value=str(each.number),
        data_code=finding.code,
    )


def _body(view: FormView, each: Numbered, voice: Voice) -> tuple[Html, ...]:
    finding = each.finding
    if each.standing == "told-once":
        # Advice and law stand where it is told once for all forms.
        where = el("p", mend_tag(finding.mend, voice), _cells(view, finding, voice), class_="who")
        return _head(finding, voice), el("p", finding.message), _cutting(view, each, voice), where
    return (
        _head(finding, voice),
        el("p", finding.message),
        _cutting(view, each, voice),
        _waiver(finding, voice),
        labelled(voice("finding.arithmetic"), _arithmetic(view, finding)),
        labelled(voice("finding.advice"), finding.advice),
        law_line(finding.law, voice),
        el(
            "p",
            mend_tag(finding.mend, voice),
            _remedy(view, finding),
            _cells(view, finding, voice),
            _same_cause(view, each, voice),
            class_="who",
        ),
    )


def _head(finding: Finding, voice: Voice) -> Html:
    severity = voice(f"severity.{finding.severity}")
    return el(
        "h4",
        el("span", voice.defect(finding.code, finding.name)),
        el("small", f"{severity} {finding.code}"),
    )


def _cutting(view: FormView, each: Numbered, voice: Voice) -> Html:
    """The cell on the user's own page; a cell is shown once, further findings lead there."""
    cuttings = view.entry.cuttings
    path = cell_shown(each.finding, cuttings)
    if path is None:
        return Html()
    first = next(one for one in view.findings if cell_shown(one.finding, cuttings) == path)
    if first is not each:
        words = voice("cutting.above", number=str(first.number))
        return el("p", el("a", words, href=f"#{view.finding_id(first)}"), class_="more")
    piece = cuttings[path]
    picture = el(
        "img",
        # Letters of base64 need no escaping, and are too many to be remembered.
        src=Html(piece.address),
        alt=voice("cutting.alt", name=name_of(view.form, path, voice)),
        width=str(piece.width),
        height=str(piece.height),
    )
    return el("p", picture, class_="cutting")


def _waiver(finding: Finding, voice: Voice) -> Html:
    if finding.waived is None:
        return Html()
    words = voice("finding.waived", reason=finding.waived.reason, by=finding.waived.by)
    return el("p", words, class_="waiver")


def _arithmetic(view: FormView, finding: Finding) -> str | None:
    """The calculation of the one score that a finding is about."""
    told = [item.arithmetic for item in view.entry.audit.items if item.at in finding.at]
    return told[0] if len(told) == 1 else None


def _remedy(view: FormView, finding: Finding) -> Html:
    """What can be done about it here and now, at the first of its cells where something can."""
    found = (view.links.remedies.get(path) for path in (*finding.mend_at, *finding.at))
    remedy = next(filter(None, found), None)
    if remedy is None:
        return Html()
    return join(el("a", remedy.words, href=remedy.address, class_="remedy"), " ")


def _same_cause(view: FormView, each: Numbered, voice: Voice) -> Html:
    if not each.same_cause:
        return Html()
    shown = each.same_cause[:SHOWN_CELLS]
    links = (el("a", str(number), href=f"#{view.id}-{number}") for number in shown)
    before, after = voice("finding.same_cause", numbers=_SLOT).split(_SLOT)
    return el("span", before, *_spaced(links), after, class_="same")


def _cells(view: FormView, finding: Finding, voice: Voice) -> Html:
    paths = tuple(dict.fromkeys((*finding.mend_at, *finding.at)))
    named = [path for path in paths if path != "form"]
    if not named:
        return Html()
    shown = named[:SHOWN_CELLS]
    rows = [row_of(path) for path in shown]
    links = (
        _field_link(view, path, voice)
        if row and row in rows[:index]
        else _cell_link(view, path, voice)
        for index, (path, row) in enumerate(zip(shown, rows, strict=True))
    )
    rest = len(named) > SHOWN_CELLS
    more = voice("finding.more_cells", count=str(len(named))) if rest else None
    return join(*_spaced(links), more)


def _cell_link(view: FormView, path: str, voice: Voice) -> Html:
    place = row_place_of(view.form, path, voice)
    return el(
        "a",
        name_of(view.form, path, voice),
        el("small", place) if place else None,
        href=f"#{view.address_of(path)}",
    )


def _field_link(view: FormView, path: str, voice: Voice) -> Html:
    """A further cell of a row that is named already: its column is enough."""
    field = voice.field(path.rpartition(".")[2])
    place = row_place_of(view.form, path, voice)
    return el("a", field, href=f"#{view.address_of(path)}", title=place)


def _spaced(parts: Iterable[Html]) -> Iterable[Html]:
    for part in parts:
        yield join(" ", part)
