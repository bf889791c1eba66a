"""A form drawn for its page: the official table, its findings, its sources."""

from django.utils.safestring import SafeString
from msgspec import Struct
from msgspec.structs import replace

from jiheng.model.audit import Run, ScoreLine
from jiheng.model.form import NOT_JUDGED, Form
from jiheng.pipeline.judging import Judged
from jiheng.web.chain.steps import EVALUATED, Step
from jiheng.web.forms.computed import computed_cells
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.pen import READING, Pen, Writing
from jiheng.web.forms.remembering import judged
from jiheng.web.forms.saving import form_of
from jiheng.web.forms.standing import Standing
from jiheng.writers.report.basis import Use, left_open, numbers_of, sources, uses
from jiheng.writers.report.entry import ReportEntry
from jiheng.writers.report.form_section import desk
from jiheng.writers.report.markup import Html, el
from jiheng.writers.report.places import name_of
from jiheng.writers.report.sheet import sheet
from jiheng.writers.report.view import NOWHERE, FormView, Links, view_form
from jiheng.writers.report.voice import Voice


class Drawn(Struct, frozen=True, kw_only=True):
    """A form on its page.

    Attributes:
        sheet: the official table on its desk; the report's own drawing, which escapes all text.
        foot: the sources of the rules, and what they leave open, folded.
        remarks: cell → what the findings say of it.
        places: the cells in which somebody types.
        judged: the form with its scores; None before there are results.
        standing: what whoever looks at it may do; None where nobody has asked.
    """

    sheet: SafeString
    foot: SafeString
    remarks: dict[str, str]
    view: FormView
    voice: Voice
    places: frozenset[str] = frozenset()
    judged: Judged | None = None
    standing: Standing | None = None

    @property
    def is_judged(self) -> bool:
        """Whether it has results, so that there are scores and findings."""
        return self.judged is not None

    def name(self, path: str) -> str:
        """Return what people call a cell."""
        return name_of(self.view.form, path, self.voice)

    def anchor(self, path: str) -> str:
        """Return the address of a cell on the page."""
        return f"#{self.view.address_of(path)}"


def drawn_now(
    record: FormRecord, language: str, writing: Writing = READING, links: Links = NOWHERE
) -> Drawn:
    """Return the form that a record holds, with its papers, as it is shown at its step."""
    return drawn(form_of(record), Step(record.step), language, writing, links, record.papers)


def drawn(
    form: Form,
    step: Step,
    language: str,
    writing: Writing = READING,
    links: Links = NOWHERE,
    papers: str = "",
) -> Drawn:
    """Return a form as it is shown at a step; before there are results nothing is judged."""
    found = judged(form, language, papers)
    entry = ReportEntry(form=found.form, audit=found.audit, pack=found.pack)
    voice = Voice(language=language)
    computed = {each.path: each for each in computed_cells(found.scored)}
    pen = Pen(form=found.form, voice=voice, writing=writing, computed=computed)
    is_judged = step in EVALUATED and form.kind not in NOT_JUDGED
    if is_judged:
        cited = uses((entry,), Run(forms=1))
        view = view_form(1, entry, numbers_of(cited), links, pen)
        page = desk(view, voice)
        foot = _foot(entry, cited, voice)
    else:
        view = view_form(1, _silent(entry), {}, links, pen)
        page = el("div", el("div", sheet(view, voice), class_="scroll"), class_="desk")
        foot = Html()
    return Drawn(
        sheet=_safe(page),
        foot=_safe(foot),
        remarks=_remarks(view),
        view=view,
        voice=voice,
        places=writing.open_now - computed.keys(),
        judged=found if is_judged else None,
    )


def _foot(entry: ReportEntry, cited: tuple[Use, ...], voice: Voice) -> Html:
    """What the scores rest on, folded: each score's card names its own."""
    return el(
        "details",
        el("summary", voice("basis.foot", count=str(len(cited)))),
        el("div", sources(cited, voice), left_open((entry,), voice), class_="foot"),
        class_="basis-foot",
    )


def _silent(entry: ReportEntry) -> ReportEntry:
    """A form that has no results yet, without scores and findings."""
    unscored = ScoreLine(printed=None, recomputed=None)
    quiet = replace(entry.audit, findings=(), items=(), score=unscored, proofs=None)
    return replace(entry, audit=quiet)


def _remarks(view: FormView) -> dict[str, str]:
    told: dict[str, list[str]] = {}
    for each in view.findings:
        if each.standing == "counted":
            for path in dict.fromkeys(each.finding.mend_at or each.finding.at):
                told.setdefault(path, []).append(each.finding.message)
    return {path: "；".join(messages) for path, messages in told.items()}


def _safe(page: Html) -> SafeString:
    # Every text went through ``markup.el``, which escapes it.
    return SafeString(page)
