"""The users' own files with the findings in their margins, left beside the report."""

import hashlib
import os
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from msgspec import Struct

from jiheng.formats.apart.child import Child, sentence
from jiheng.formats.apart.told import told_of
from jiheng.model.audit import Refusal, Run
from jiheng.pipeline.annotating_apart import NOTING, Noted, NoteJob
from jiheng.pipeline.naming import annotated_names, called
from jiheng.pipeline.output import write_whole
from jiheng.pipeline.run import AuditedFile, Entry, RunResult
from jiheng.pipeline.taking import Found
from jiheng.rulebook.messages import worded
from jiheng.rulebook.phrases import Told, phrase
from jiheng.rulebook.telling import cause_of
from jiheng.writers.annotated import Annotated, annotate
from jiheng.writers.annotated.notes import notes_of
from jiheng.writers.annotated.pages import page_notes
from jiheng.writers.report import ReportEntry
from jiheng.writers.report.voice import Voice

_FORMATS = frozenset({"docx", "xlsx", "pdf"})


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
    """Write a copy of each docx, xlsx and PDF with its findings in it; nothing is overwritten.

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
    with _Annotator(result.run, generated, language) as annotator:
        for file in result.files:
            entries = forms.get(file.sha256, [])
            if not entries or entries[0].form.source.format not in _FORMATS:
                continue
            made = annotator.guarded(file, entries)
            if made.refusal is not None:
                refused.append(Refusal(path=file.file.name, reason=made.refusal))
            elif made.data is not None:
                written.append(write_whole(_free(folder, file.file, language), made.data))
    return AnnotatedFiles(written=tuple(written), refused=tuple(refused))


class _Annotator:
    """Writes into file after file; a context, at whose end no program of its own is left."""

    def __init__(self, run: Run, generated: datetime, language: str) -> None:
        self._run = run
        self._when = generated
        self._language = language
        self._child = Child(NOTING)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._child.end()

    def guarded(self, file: AuditedFile, entries: list[Entry]) -> Annotated:
        """Return what came of one file: the one place that catches for a batch."""
        try:
            return self._annotated(file, entries)
        except Exception as error:
            # A mistake of ours in one file: it is told, and the other files go on.
            fault = called(f"{type(error).__name__}: {error}")
            return self._refused(phrase("inplace.fault", fault=fault))

    def _annotated(self, file: AuditedFile, entries: list[Entry]) -> Annotated:
        try:
            data = file.file.path.read_bytes()
        except OSError as error:
            return self._refused(phrase("inplace.gone", cause=cause_of(error)))
        if hashlib.sha256(data).hexdigest() != file.sha256:
            return self._refused(phrase("inplace.changed"))
        forms = tuple(
            ReportEntry(form=each.form, audit=each.audit, pack=each.pack) for each in entries
        )
        if entries[0].form.source.format == "pdf":
            return self._with_page_notes(file, data, forms)
        return annotate(data, forms, self._run, when=self._when, language=self._language)

    def _with_page_notes(
        self, file: AuditedFile, data: bytes, forms: tuple[ReportEntry, ...]
    ) -> Annotated:
        """Return a PDF with notes after its own bytes; a program apart looks into it."""
        notes = page_notes(notes_of(forms, self._run, Voice(language=self._language)))
        if not notes:
            return Annotated()
        job = NoteJob(path=os.fsencode(file.file.path), notes=notes, when=self._when)
        answer = self._child.ask(job)
        if not isinstance(answer, Noted):
            return self._refused(sentence(answer, NOTING.limits))
        if answer.refused:
            return self._refused(told_of(answer.refused))
        made = answer.addition
        return Annotated(data=data + made.data, notes=made.notes) if made.notes else Annotated()

    def _refused(self, why: Told) -> Annotated:
        return Annotated(refusal=worded(why, self._language))


def _free(folder: Path, file: Found, language: str) -> Path:
    """Return a path that nothing has: a copy from an earlier run may hold a user's work."""
    names = annotated_names(file.namesake, language)
    return next(free for name in names if not (free := folder / name).exists())
