"""One planting, one clean form or one decoy: written, audited, and held against what is true."""

import tempfile
from pathlib import Path
from random import Random

from msgspec import Struct

from jiheng.corpus.documents import SUFFIXES, Manner, Specimen, specimen
from jiheng.corpus.planting import ALL_PLANTERS
from jiheng.corpus.planting.decoys import DECOYS
from jiheng.corpus.planting.documents import clean_forms, judged_layouts, planting
from jiheng.model.audit import TOLD_ONCE, Severity
from jiheng.pipeline.run import RunResult, audit_paths

KINDS = tuple(SUFFIXES)


class Said(Struct, frozen=True, kw_only=True):
    """One finding about one cell.

    Attributes:
        counts: it counts against the form: no fault of a template or a system.
    """

    code: str
    document: str
    cell: str
    severity: Severity
    counts: bool
    message: str


class Trial(Struct, frozen=True, kw_only=True):
    """What came of one planting.

    Attributes:
        missed: planted cells that no finding of the check points at.
        elsewhere: the check points at other cells only.
        others: errors and doubts of other checks that neither the clean form has nor the planter
            names.
    """

    code: str
    name: str
    missed: tuple[str, ...]
    elsewhere: bool
    others: tuple[Said, ...]


def try_planting(number: int, seed: int) -> Trial:
    """Return what came of the planting of this number."""
    made = planting(ALL_PLANTERS[number % len(ALL_PLANTERS)], number, seed)
    truth = made.truth
    said, clean = audited(made.documents, truth.pack), audited(made.clean, truth.pack)
    own = _cells(said, made.documents, truth.code)
    # What was told before anything was planted is not what was planted.
    found = own - _cells(clean, made.clean, truth.code)
    names = [document.name for document in made.documents]
    known = {each.code for each in clean} | {truth.code, *truth.also}
    return Trial(
        code=truth.code,
        name=made.documents[0].name,
        missed=tuple(
            at.cell for at in truth.at if (names.index(at.document), at.cell) not in found
        ),
        elsewhere=bool(own),
        others=tuple(each for each in said if each.code not in known and each.severity != "info"),
    )


def _cells(
    said: tuple[Said, ...], documents: tuple[Specimen, ...], code: str
) -> set[tuple[int, str]]:
    """Return the cells that a check points at, each with the position of its document."""
    names = [document.name for document in documents]
    return {(names.index(each.document), each.cell) for each in said if each.code == code}


def try_clean(number: int, seed: int) -> tuple[Said, ...]:
    """Return the errors that count against the clean form of this number: there should be none."""
    layouts = judged_layouts()
    turn, at = divmod(number, len(layouts))
    own = seed * 1_000_003 + number
    forms = clean_forms(1, own, layouts[at])
    made = specimen(forms, Manner(kind=KINDS[(turn + at) % len(KINDS)]), number + 1, Random(own))
    return tuple(each for each in audited((made,)) if each.severity == "error" and each.counts)


def try_decoy(number: int, seed: int) -> tuple[Said, ...]:
    """Return what was said of the cells of a decoy by the checks that should be silent."""
    decoy = DECOYS[number % len(DECOYS)]
    made = planting(decoy.planter, number, seed)
    cells = {(at.document, at.cell) for at in made.truth.at}
    return tuple(
        each
        for each in audited(made.documents)
        if each.code in decoy.silent
        and (each.document, each.cell) in cells
        and each.counts
        and each.severity != "info"
    )


def audited(documents: tuple[Specimen, ...], pack: str | None = None) -> tuple[Said, ...]:
    """Return all that is said of documents that are audited as one run."""
    with tempfile.TemporaryDirectory() as folder:
        for each in documents:
            (Path(folder) / each.name).write_bytes(each.data)
        result = audit_paths((Path(folder),), pack)
    return (*_of_forms(result), *_of_run(result, documents))


def _of_forms(result: RunResult) -> tuple[Said, ...]:
    return tuple(
        Said(
            code=finding.code,
            document=Path(entry.form.source.path).name,
            cell=cell,
            severity=finding.severity,
            counts=finding.counts,
            message=finding.message,
        )
        for entry in result.entries
        for finding in entry.audit.findings
        for cell in finding.at
    )


def _of_run(result: RunResult, documents: tuple[Specimen, ...]) -> tuple[Said, ...]:
    # A table that stands beside the forms has no entry of its own.
    names = {form.id: document.name for document in documents for form in document.forms}
    return tuple(
        Said(
            code=finding.code,
            document=names[at.form],
            cell=at.cell,
            severity=finding.severity,
            counts=True,
            message=finding.message,
        )
        for finding in result.run.findings
        if finding.mend not in TOLD_ONCE
        for at in finding.at
    )
