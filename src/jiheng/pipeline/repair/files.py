"""A file's forms repaired: what is proposed for each, with what could not be read."""

from pathlib import Path

from msgspec import Struct

from jiheng.audit.waivers import WaiverRule
from jiheng.model.audit import Refusal
from jiheng.model.repair import Repair, Suggestion
from jiheng.pipeline.repair.causes import repair_form
from jiheng.pipeline.repair.judged import Judge
from jiheng.pipeline.repair.remedies import REMEDIES
from jiheng.pipeline.run import Entry, audit_paths


class RepairedFile(Struct, frozen=True, kw_only=True):
    """The proposals for one file.

    Attributes:
        repairs: one a form, in the file's order.
        errors: how many of its forms have errors as they stand.
        across: how many errors there are between its forms.
        refused: why the file could not be read.
        unjudged: forms without scores of their own, which have nothing to repair.
    """

    repairs: tuple[Repair, ...]
    errors: int
    across: int
    refused: tuple[Refusal, ...] = ()
    unjudged: tuple[Refusal, ...] = ()


def repair_file(
    path: Path,
    pack_id: str | None = None,
    waivers: tuple[WaiverRule, ...] = (),
    language: str = "zh",
) -> RepairedFile:
    """Return what is proposed for the forms of a file.

    Raises:
        RulebookError: there is no such rule pack, or it is badly written.
    """
    result = audit_paths((path,), pack_id, waivers, language=language)
    return RepairedFile(
        repairs=tuple(_repair(entry, waivers, language) for entry in result.entries),
        errors=sum(entry.audit.verdict == "error" for entry in result.entries),
        across=sum(
            each.severity == "error" and each.mend == "unit" for each in result.run.findings
        ),
        refused=result.run.refused,
        unjudged=result.run.unjudged,
    )


def suggestions_for(
    entry: Entry, waivers: tuple[WaiverRule, ...], language: str
) -> tuple[Suggestion, ...]:
    """Return the corrections of one form of a run; most forms have none, and cost nothing."""
    findings = {each.code for each in entry.audit.findings if each.counts}
    if findings.isdisjoint(each.code for each in REMEDIES):
        return ()
    causes = _repair(entry, waivers, language).causes
    return tuple(each for cause in causes for each in cause.suggestions)


def _repair(entry: Entry, waivers: tuple[WaiverRule, ...], language: str) -> Repair:
    why = entry.audit.pack_why
    judge = Judge(pack=entry.pack, pack_why=why, waivers=waivers, language=language)
    return repair_form(entry.form, judge)
