"""One form of the report: its table as filed, and beside it what was found."""

from pathlib import PurePath

from jiheng.writers.report.aside import aside
from jiheng.writers.report.badge import badge, count_boxes
from jiheng.writers.report.corrections import correction_table
from jiheng.writers.report.items import item_table
from jiheng.writers.report.markup import Html, el, join
from jiheng.writers.report.order import tally
from jiheng.writers.report.proof_table import proof_table
from jiheng.writers.report.sheet import sheet
from jiheng.writers.report.verdict_words import verdict_words
from jiheng.writers.report.view import FormView
from jiheng.writers.report.voice import Voice


def form_section(view: FormView, voice: Voice, *, is_open: bool) -> Html:
    """Return one form, folded unless it is to stand open."""
    return el(
        "details",
        el("summary", _heading(view, voice)),
        el("div", desk(view, voice), aside(view, voice), class_="pair"),
        id=view.id,
        class_="sheet",
        open="open" if is_open else None,
    )


def verdict_tag(view: FormView, voice: Voice) -> Html:
    """Return the form's verdict in words."""
    verdict = view.entry.audit.verdict
    return el("b", verdict_words(view.entry.audit, voice), class_=f"verdict {verdict}")


def _heading(view: FormView, voice: Voice) -> Html:
    return el(
        "span",
        el("span", str(view.number), class_="no"),
        el("span", view.name, class_="name", role="heading", aria_level="3"),
        verdict_tag(view, voice),
        count_boxes(tally(view.findings), voice),
        el("span", _origin(view, voice), class_="origin", title=view.form.source.path),
        class_="line",
    )


def _origin(view: FormView, voice: Voice) -> str:
    source = view.form.source
    where = voice("form.origin", path=PurePath(source.path).name, index=str(source.index))
    count = len(view.form.doubts)
    doubts = voice("form.doubts", count=str(count)) if count else voice("form.no_doubts")
    return f"{where}{doubts}"


def desk(view: FormView, voice: Voice) -> Html:
    """The paper on its desk, with the words that explain the marks."""
    legend = (
        el("span", voice("legend.badge")),
        el("span", voice("agreement.agrees"), class_="re agrees"),
        el("span", voice("legend.agrees")),
        el("span", voice("legend.range_sample"), class_="re range"),
        el("span", voice("legend.range")),
        el("span", voice("legend.differs_sample"), class_="re differs"),
        el("span", voice("legend.differs")),
    )
    return el(
        "div",
        _unplaced(view, voice),
        el("p", voice("sheet.slide"), class_="slide"),
        el(
            "div",
            sheet(view, voice),
            class_="scroll",
            tabindex="0",
            role="region",
            aria_label=voice("sheet.region", number=str(view.number)),
        ),
        el("p", *legend, class_="legend"),
        el("p", voice("sheet.borrowed"), class_="legend") if view.is_borrowed else None,
        correction_table(view, voice),
        # Where each score has its card, and its papers a page, tables would say it twice.
        item_table(view, voice) if view.links.cards is None else None,
        proof_table(view, voice) if view.links.cards is None else None,
        class_="desk",
    )


def _unplaced(view: FormView, voice: Voice) -> Html:
    if not view.unplaced:
        return Html()
    marks = join(*(badge(view, each, voice) for each in view.unplaced))
    return el("p", voice("sheet.unplaced"), el("span", marks, class_="ns"), class_="unplaced")
