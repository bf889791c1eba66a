"""A run: every file read, scored and audited, then all forms together."""

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from jiheng.audit.engine import audit_form
from jiheng.audit.run import audit_run
from jiheng.audit.waivers import WaiverRule, unused
from jiheng.formats.apart.told import said
from jiheng.model.audit import Audit, Refusal, Repeat, Run
from jiheng.model.form import NOT_JUDGED, Form
from jiheng.model.reading_report import FileLine, ReadingReport
from jiheng.pipeline.answers import Answer, unclaimed
from jiheng.pipeline.batch import Batch, Manner, Outcome
from jiheng.pipeline.contents import content_digest
from jiheng.pipeline.naming import called
from jiheng.pipeline.proving.proved import proved
from jiheng.pipeline.reading import ReadForm, with_rules
from jiheng.pipeline.reporting import line_of, report_of
from jiheng.pipeline.taking import Found
from jiheng.pipeline.timing import Timings
from jiheng.rulebook.errors import RulebookError
from jiheng.rulebook.messages import say
from jiheng.rulebook.pack import Pack
from jiheng.scoring.score import score_form
from jiheng.scoring.scored import ScoredForm


class Entry(Struct, frozen=True, kw_only=True):
    """One form, all that was made of it.

    Attributes:
        pack_certain: the rule pack was named, by the form or by the caller.
    """

    form: Form
    pack: Pack
    pack_certain: bool
    scored: ScoredForm
    audit: Audit


class AuditedFile(Struct, frozen=True, kw_only=True):
    """A file that forms were read from, to be found again; forms name it by its hash."""

    file: Found
    sha256: str


class RunResult(Struct, frozen=True, kw_only=True):
    """All forms of a run, and what is said of them together.

    Attributes:
        files: the files of these forms, each once.
        waivers: the waivers that it was made with.
        unused: the waivers that no finding was waived by.
        unfit: the answers to doubts that were not used, a sentence each.
        skipped: the names of files that are of no kind to be read.
        reading: what came of each file.
    """

    entries: tuple[Entry, ...]
    files: tuple[AuditedFile, ...]
    run: Run
    waivers: tuple[WaiverRule, ...]
    unused: tuple[WaiverRule, ...]
    unfit: tuple[str, ...]
    skipped: tuple[str, ...]
    reading: ReadingReport
    seconds: dict[str, float]


Progress = Callable[[int, int], None]
"""Called with the number of files done and of all files."""


def audit_paths(
    paths: tuple[Path, ...],
    pack_id: str | None = None,
    waivers: tuple[WaiverRule, ...] = (),
    progress: Progress | None = None,
    language: str = "zh",
    answers: tuple[Answer, ...] = (),
    manner: Manner = Manner(),  # noqa: B008
    evidence: Path | None = None,
) -> RunResult:
    """Return the audits of all forms in files and folders; a bad file never stops the rest.

    ``evidence`` is a folder of what proves the forms' values, as ``papers_of`` looks for it.

    Raises:
        RulebookError: a rule pack cannot be used.
        BadJournal: the run's journal cannot be used.
    """
    runner = _Runner(
        pack_id=pack_id, waivers=waivers, answers=answers, language=language, evidence=evidence
    )
    with Batch(paths, manner, language) as batch:
        for done, outcome in enumerate(batch, 1):
            runner.take(outcome, is_alone=batch.files.total == 1)
            if progress is not None:
                progress(done, batch.files.total)
        return runner.result(batch.files.skipped)


class _Runner:
    """Takes the files of a run one by one and keeps what came of them."""

    def __init__(
        self,
        *,
        pack_id: str | None,
        waivers: tuple[WaiverRule, ...],
        answers: tuple[Answer, ...],
        language: str,
        evidence: Path | None,
    ) -> None:
        self._pack_id = pack_id
        self._waivers = waivers
        self._answers = answers
        self._language = language
        self._evidence = evidence
        self._timings = Timings()
        self._entries: list[Entry] = []
        self._refused: list[Refusal] = []
        self._names: dict[str, str] = {}
        self._files: list[AuditedFile] = []
        self._repeated: list[Repeat] = []
        self._unjudged: list[Refusal] = []
        self._beside: list[ScoredForm] = []
        self._unfit: list[str] = []
        self._lines: list[FileLine] = []
        self._is_alone = False

    def take(self, outcome: Outcome, *, is_alone: bool = False) -> None:
        """Add a file's forms, or why it was refused: the one place that catches for a batch."""
        self._is_alone = is_alone and len(outcome.reading.forms) == 1
        self._lines.append(line_of(outcome, self._language))
        reading, name = outcome.reading, outcome.name
        for stage, seconds in reading.stages.items():
            self._timings.add(stage, seconds)
        if reading.refused or isinstance(outcome.file, Refusal):
            self._refuse(name, said(reading.refused, self._language))
            return
        try:
            self._take(outcome.file, reading.forms)
        except RulebookError:
            raise
        except Exception as error:
            # A mistake of ours in one file: it is named, and the other files go on.
            fault = called(f"{type(error).__name__}: {error}")
            self._refuse(name, say("read.fault", self._language, path=name, fault=fault))

    def _take(self, file: Found, forms: tuple[Form, ...]) -> None:
        with self._timings.stage("choose"):
            read = with_rules(forms, self._pack_id, self._language, self._answers)
        if not self._is_repeated(file.name, read):
            digest = forms[0].source.sha256
            self._files.append(AuditedFile(file=file, sha256=digest))
            for each in read:
                self._judge(each)

    def _refuse(self, name: str, reason: str) -> None:
        self._refused.append(Refusal(path=name, reason=reason))

    def _is_repeated(self, name: str, forms: tuple[ReadForm, ...]) -> bool:
        """Whether a file holds the same forms as an earlier one, which is then noted."""
        digest = content_digest(tuple(read.form for read in forms))
        if digest not in self._names:
            self._names[digest] = name
            return False
        self._repeated.append(Repeat(path=name, same_as=self._names[digest]))
        return True

    def _judge(self, read: ReadForm) -> None:
        """Add a form's audit; what is no self-evaluation is only compared with the others."""
        self._unfit += read.unfit
        if read.form.kind in NOT_JUDGED:
            title = read.form.title or read.form.source.part
            reason = say("read.unjudged", self._language, path=read.form.source.path, title=title)
            self._unjudged.append(Refusal(path=read.form.source.path, reason=reason))
            self._beside.append(self._scored(read))
        else:
            self._entries.append(self._entry(read))

    def _entry(self, read: ReadForm) -> Entry:
        scored = self._proved(self._scored(read))
        with self._timings.stage("audit"):
            audit = audit_form(scored, self._waivers, self._language)
        return Entry(
            form=read.form,
            pack=read.pack,
            pack_certain=read.certain,
            scored=scored,
            audit=audit,
        )

    def _proved(self, scored: ScoredForm) -> ScoredForm:
        if self._evidence is None:
            return scored
        with self._timings.stage("prove"):
            return proved(scored, self._evidence, is_alone=self._is_alone)

    def _scored(self, read: ReadForm) -> ScoredForm:
        with self._timings.stage("score"):
            return score_form(read.form, read.pack, read.why, self._language)

    def _unclaimed(self) -> Iterator[str]:
        """Yield what is said of answers to forms that were not read."""
        read = (*(each.form for each in self._entries), *(each.form for each in self._beside))
        return unclaimed(self._answers, (form.id for form in read), self._language)

    def result(self, skipped: tuple[str, ...] = ()) -> RunResult:
        """Return all forms and what is said of them together."""
        with self._timings.stage("across"):
            run = audit_run(
                tuple(entry.scored for entry in self._entries),
                tuple(entry.audit for entry in self._entries),
                tuple(self._refused),
                self._language,
                tuple(self._repeated),
                tuple(self._beside),
            )
        run = replace(run, unjudged=tuple(self._unjudged))
        return RunResult(
            entries=tuple(self._entries),
            files=tuple(self._files),
            run=run,
            waivers=self._waivers,
            unused=unused(self._waivers, ((each.form, each.audit) for each in self._entries)),
            unfit=(*self._unfit, *self._unclaimed()),
            skipped=skipped,
            reading=report_of(
                self._lines, skipped, run.refused, run.repeated, language=self._language
            ),
            seconds=self._timings.seconds,
        )
