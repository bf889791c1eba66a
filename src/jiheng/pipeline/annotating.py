"""The users' own files with the findings in their margins, left beside the report."""

import hashlib
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from jiheng.model.audit import Refusal
from jiheng.pipeline.naming import annotated_names, called
from jiheng.pipeline.output import write_whole
from jiheng.pipeline.run import AuditedFile, Entry, RunResult
from jiheng.pipeline.taking import Found
from jiheng.rulebook.messages import say
from jiheng.rulebook.telling import cause_of
from jiheng.writers.annotated import Annotated, annotate
from jiheng.writers.report import ReportEntry

_FORMATS = frozenset({"docx", "xlsx"})


class AnnotatedFiles(Struct, frozen=True, kw_only=True):
    """What came of writing into the files of a run.

    Attributes:
        refused: files with findings that no comment could be written into, and why.
    """

    written: tuple[Path, ...]
    refused: tuple[Refusal, ...]


def write_annotated(
    result: RunResult, folder: Path, generated: datetime, language: str = "zh"
) -> AnnotatedFiles:
    """Write a copy of each docx and xlsx with its findings as comments; nothing is overwritten.

    Args:
        result: the run.
        folder: where the copies go; it is there.
        generated: the date of the comments.
        language: of the comments.
    """
    written: list[Path] = []
    refused: list[Refusal] = []
    forms: dict[str, list[Entry]] = {}
    for entry in result.entries:
        forms.setdefault(entry.form.source.sha256, []).append(entry)
    for file in result.files:
        entries = forms.get(file.sha256, [])
        if not entries or entries[0].form.source.format not in _FORMATS:
            continue
        made = _guarded(file, entries, result, generated, language)
        if made.refusal is not None:
            refused.append(Refusal(path=file.file.name, reason=made.refusal))
        elif made.data is not None:
            written.append(write_whole(_free(folder, file.file, language), made.data))
    return AnnotatedFiles(written=tuple(written), refused=tuple(refused))


def _guarded(
    file: AuditedFile,
    entries: list[Entry],
    result: RunResult,
    generated: datetime,
    language: str,
) -> Annotated:
    """Return what came of one file: the one place that catches for a batch."""
    try:
        return _annotated(file, entries, result, generated, language)
    except Exception as error:
        # A mistake of ours in one file: it is told, and the other files go on.
        fault = called(f"{type(error).__name__}: {error}")
        return Annotated(refusal=say("inplace.fault", language, fault=fault))


def _annotated(
    file: AuditedFile,
    entries: list[Entry],
    result: RunResult,
    generated: datetime,
    language: str,
) -> Annotated:
    try:
        data = file.file.path.read_bytes()
    except OSError as error:
        return Annotated(refusal=say("inplace.gone", language, cause=cause_of(error)))
    if hashlib.sha256(data).hexdigest() != file.sha256:
        return Annotated(refusal=say("inplace.changed", language))
    return annotate(
        data,
        tuple(ReportEntry(form=each.form, audit=each.audit, pack=each.pack) for each in entries),
        result.run,
        when=generated,
        language=language,
    )


def _free(folder: Path, file: Found, language: str) -> Path:
    """Return a path that nothing has: a copy from an earlier run may hold a user's work."""
    names = annotated_names(file.namesake, language)
    return next(free for name in names if not (free := folder / name).exists())
