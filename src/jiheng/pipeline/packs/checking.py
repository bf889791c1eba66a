"""Pack files checked: what the loader refuses, and what the prover proves, with its line."""

from itertools import combinations

from msgspec import Struct

from jiheng.audit.catalogue import ALL_CHECKS
from jiheng.audit.facts.score_rule import span
from jiheng.audit.summary import score_line
from jiheng.audit.waivers import WaiverRule
from jiheng.model.audit import Severity
from jiheng.model.form import Form
from jiheng.pipeline.prover import Fault, disagreements, prove, uncovered
from jiheng.pipeline.prover.agreement import is_for_the_same
from jiheng.pipeline.prover.fault import TOTAL
from jiheng.pipeline.prover.firing import broken
from jiheng.rulebook.errors import PackMistake
from jiheng.rulebook.messages import say, worded
from jiheng.rulebook.pack import Pack
from jiheng.rulebook.phrases import series
from jiheng.rulebook.surveying import Survey, survey
from jiheng.scoring.score import score_form

_ORDER: tuple[Severity, ...] = ("error", "warning", "info")


class Complaint(Struct, frozen=True, kw_only=True):
    """One thing to tell about a pack file.

    Attributes:
        name: of the fault, such as ``tier-gap`` or ``uncovered-date-late``; ``mistake`` for what
            the loader refuses.
        line: where it is written; None for what the file takes over or leaves out.
        shown: what the engine makes of the witness, as calculations.
    """

    name: str
    severity: Severity
    line: int | None
    message: str
    witness: Form | None = None
    shown: tuple[str, ...] = ()


class Checked(Struct, frozen=True, kw_only=True):
    """One pack file and all that is to be told about it."""

    file: str
    pack: str | None
    complaints: tuple[Complaint, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing is an error."""
        return all(each.severity != "error" for each in self.complaints)


def check_packs(
    names: tuple[str, ...], language: str = "zh", waivers: tuple[WaiverRule, ...] = ()
) -> tuple[Checked, ...]:
    """Return what is wrong with each pack, and where two of them disagree.

    Args:
        names: built-in ids, or paths of files.
        language: of the sentences.
        waivers: the findings that somebody let stand, in forms that these packs are for.

    Raises:
        RulebookError: there is no such pack, or its file cannot be read.
    """
    surveys = tuple(_surveyed(name) for name in names)
    checked = [_checked(each, language, waivers) for each in surveys]
    for first, second in combinations(surveys, 2):
        if isinstance(first, Survey) and isinstance(second, Survey):
            checked.append(_compared(first, second, language))
    return tuple(each for each in checked if each.complaints or each.file)


def _surveyed(name: str) -> Survey | PackMistake:
    """A file without head, or no YAML at all, has one mistake and nothing to prove."""
    try:
        return survey(name)
    except PackMistake as mistake:
        return mistake


def _checked(
    surveyed: Survey | PackMistake, language: str, waivers: tuple[WaiverRule, ...]
) -> Checked:
    if isinstance(surveyed, PackMistake):
        told = (_of_mistake(surveyed, surveyed.file, language),)
        return Checked(file=surveyed.file, pack=None, complaints=told)
    pack, faults = surveyed.pack, ()
    packs = () if pack is None else (pack,)
    if pack is not None:
        faults = _faults(pack, surveyed)
    # what the prover shows with a form need not be told again in the loader's words
    proven = tuple(fault.about[0] for fault in faults if fault.severity == "error")
    complaints = (
        *(
            _of_mistake(each, surveyed.file, language)
            for each in surveyed.mistakes
            if not each.path.startswith(proven)
        ),
        *_unknown_checks(surveyed, language),
        *_waived_in_vain(surveyed, language, waivers),
        *(_of_fault(fault, packs, surveyed, language) for fault in faults),
    )
    ordered = sorted(complaints, key=lambda each: _ORDER.index(each.severity))
    return Checked(file=surveyed.file, pack=pack and pack.id, complaints=tuple(ordered))


def _faults(pack: Pack, surveyed: Survey) -> tuple[Fault, ...]:
    """A fault that stands in the parent's values only is the parent's."""
    own = (fault for fault in prove(pack) if _key(fault) in surveyed.own)
    parent = surveyed.parent
    against = ()
    if parent is not None and is_for_the_same(pack, parent):
        against = tuple(disagreements(pack, parent))
    return (*own, *against, *uncovered(pack, surveyed.open))


def _key(fault: Fault) -> str:
    return fault.about[0].partition(".")[0].partition("[")[0]


def _compared(first: Survey, second: Survey, language: str) -> Checked:
    """Return where two packs differ; nothing where one of them cannot be scored with."""
    told: tuple[Complaint, ...] = ()
    if first.pack is not None and second.pack is not None:
        pair = disagreements(first.pack, second.pack)
        both = (first.pack, second.pack)
        told = tuple(_of_fault(fault, both, first, language) for fault in pair)
    name = f"{first.file} ↔ {second.file}" if told else ""
    return Checked(file=name, pack=None, complaints=told)


def _of_mistake(mistake: PackMistake, file: str, language: str) -> Complaint:
    """A mistake of the parent keeps its file in the sentence: its line is none of this file."""
    is_own = mistake.file == file
    return Complaint(
        name="mistake",
        severity="error",
        line=mistake.line if is_own else None,
        message=worded(mistake.sentence if is_own else mistake.told, language),
    )


def _unknown_checks(surveyed: Survey, language: str) -> tuple[Complaint, ...]:
    known = {check.code for check in ALL_CHECKS}
    codes = () if surveyed.pack is None else tuple(surveyed.pack.checks)
    return tuple(
        Complaint(
            name="check-unknown",
            severity="error",
            line=surveyed.line_of(f"checks.{code}"),
            message=say("prover.check-unknown", language, code=code),
        )
        for code in codes
        if code not in known and "checks" in surveyed.own
    )


def _waived_in_vain(
    surveyed: Survey, language: str, waivers: tuple[WaiverRule, ...]
) -> tuple[Complaint, ...]:
    """Return the waivers of checks that the pack switches off: no finding is left to waive."""
    if surveyed.pack is None:
        return ()
    breaking = {code: form for _, code, form in broken(surveyed.pack)}
    off = {code for code, each in surveyed.pack.checks.items() if each.value == "off"}
    return tuple(
        Complaint(
            name="waiver-in-vain",
            severity="warning",
            line=surveyed.line_of(f"checks.{rule.code}"),
            message=say("prover.waiver-in-vain", language, code=rule.code, project=rule.project),
            witness=breaking.get(rule.code),
        )
        for rule in waivers
        if rule.code in off
    )


def _of_fault(fault: Fault, packs: tuple[Pack, ...], surveyed: Survey, language: str) -> Complaint:
    lines = (surveyed.line_of(path) for path in fault.about if _is_own(path, surveyed))
    situation = fault.values.get("situation")
    return Complaint(
        name=f"{fault.name}-{situation}" if situation else fault.name,
        severity=fault.severity,
        line=next((line for line in lines if line is not None), None),
        message=say(f"prover.{fault.name}", language, **_worded(fault, language)),
        witness=fault.witness,
        shown=tuple(line for pack in packs for line in _shown(fault, pack, language)),
    )


def _shown(fault: Fault, pack: Pack, language: str) -> tuple[str, ...]:
    """Return what the engine makes of the scores of a witness."""
    scored = score_form(fault.witness, pack, language=language)
    rows = tuple(item.arithmetic for item in scored.items if item.at in fault.cells)
    if TOTAL not in fault.cells:
        return rows
    line = score_line(scored)
    names = worded(series(line.grade_recomputed), language) or say("prover.no-grade", language)
    low, high = scored.low or 0, scored.high or 0
    total = say("prover.total", language, total=span(low, high), grades=names)
    return (*rows, *((line.ceiling,) if line.ceiling else ()), total)


def _is_own(path: str, surveyed: Survey) -> bool:
    return path.partition(".")[0].partition("[")[0] in surveyed.own


def _worded(fault: Fault, language: str) -> dict[str, str]:
    """Return the parameters of the sentence, those that name a thing in its language."""
    named = {"situation", "law"}
    return {
        key: say(f"prover.{key}.{value}", language) if key in named else value
        for key, value in fault.values.items()
    }
