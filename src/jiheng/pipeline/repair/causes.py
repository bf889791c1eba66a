"""Corrections and questions put together by their causes: ``repair_form``."""

from msgspec import Struct

from jiheng.audit.facts.totals import summed_scores
from jiheng.audit.grouping import group_numbers
from jiheng.model.audit import Finding
from jiheng.model.form import Form
from jiheng.model.paths import value_at
from jiheng.model.points import format_points
from jiheng.model.repair import Cause, Question, Repair, Suggestion
from jiheng.pipeline.repair.correction import edit_of
from jiheng.pipeline.repair.judged import Judge, Judged, key
from jiheng.pipeline.repair.mending import Mended, Mending, mend
from jiheng.pipeline.repair.names import Names
from jiheng.pipeline.repair.questions import Asker

_GRAVEST = ("error", "warning", "info")


class Draft(Struct, frozen=True, kw_only=True):
    """A cause without its number."""

    findings: tuple[Finding, ...]
    suggestions: tuple[Suggestion, ...] = ()
    questions: tuple[Question, ...] = ()


def repair_form(form: Form, judge: Judge) -> Repair:
    """Return the fewest edits that mend what follows from the rest of a form, and the questions."""
    mended = mend(form, judge)
    names = Names(form=form, language=judge.language)
    drafts = (*_corrected(mended, names), *_asked(mended.after, names))
    before, after = mended.before, mended.after
    summed = summed_scores(before.scored)
    left = {each.code for each in after.audit.findings}
    return Repair(
        form=before.audit.form,
        pack=before.audit.pack,
        pack_verified=before.audit.pack_verified,
        total=before.form.total.score,
        summed=None if summed is None else format_points(summed),
        proposed=after.form.total.score,
        causes=tuple(_cause(number, each, names) for number, each in enumerate(drafts, 1)),
        mended=tuple(code for code in before.audit.checks.failed if code not in left),
    )


def _cause(number: int, draft: Draft, names: Names) -> Cause:
    first = min(draft.findings, key=lambda each: _GRAVEST.index(each.severity))
    return Cause(
        number=number,
        title=names.defect(first.code, first.name),
        codes=tuple(dict.fromkeys(each.code for each in draft.findings)),
        suggestions=draft.suggestions,
        questions=draft.questions,
    )


def _corrected(mended: Mended, names: Names) -> tuple[Draft, ...]:
    """Return the corrections, those of one cell or one group of findings together."""
    # every audit numbers its groups anew
    groups = {key(each): f"group {each.group}" for each in mended.before.audit.findings}
    ties = tuple(
        (
            *(step.correction.path for step in each.steps),
            *(groups[key(finding)] for finding in each.mended),
        )
        for each in mended.mendings
    )
    together: dict[int, list[Mending]] = {}
    for number, each in zip(group_numbers(ties), mended.mendings, strict=True):
        together.setdefault(number, []).append(each)
    return tuple(_draft(tuple(each), mended, names) for each in together.values())


def _draft(mendings: tuple[Mending, ...], mended: Mended, names: Names) -> Draft:
    steps = tuple(step for each in mendings for step in each.steps)
    whys = {step.correction.path: step.finding.message for step in reversed(steps)}
    paths = dict.fromkeys(step.correction.path for step in steps)
    made = (_suggestion(path, whys[path], mended, names) for path in paths)
    return Draft(
        findings=tuple(finding for each in mendings for finding in each.mended),
        suggestions=tuple(each for each in made if each.edit.old != each.edit.new),
    )


def _suggestion(path: str, why: str, mended: Mended, names: Names) -> Suggestion:
    value = value_at(mended.after.form, path)
    edit = edit_of(mended.before.form, path, "" if value is None else str(value))
    return Suggestion(edit=edit, name=names.called(path), place=names.place(path), why=why)


def _asked(left: Judged, names: Names) -> tuple[Draft, ...]:
    """Return the questions about what no edit could mend, those of one cause together."""
    asker, findings = Asker(judged=left, names=names), left.open
    accused = {path for each in findings for path in asker.suspected(each)}
    ties = tuple(
        (f"group {each.group}", *asker.suspected(each), *accused.intersection(each.mend_at))
        for each in findings
    )
    together: dict[int, list[Finding]] = {}
    for number, each in zip(group_numbers(ties), findings, strict=True):
        together.setdefault(number, []).append(each)
    return tuple(_questions(tuple(each), asker) for each in together.values())


def _questions(findings: tuple[Finding, ...], asker: Asker) -> Draft:
    """Return one question a finding; what another one asks already is not asked again."""
    asked = tuple(
        each
        for each in findings
        if not any(_is_within(each, other, asker) for other in findings if other is not each)
    )
    return Draft(findings=findings, questions=tuple(asker.ask(each) for each in asked))


def _is_within(finding: Finding, other: Finding, asker: Asker) -> bool:
    """Whether another question names all cells of this one, or the score that this one is about."""
    return set(finding.at) < set(other.at) or bool(
        set(asker.suspected(other)) & set(finding.mend_at)
    )
