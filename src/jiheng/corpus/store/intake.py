"""Files, and lines of ``jiheng read``, into a corpus; a bad one never stops the rest."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from msgspec import Struct

from jiheng.corpus.store.building import Builder
from jiheng.corpus.store.filing import filed
from jiheng.formats.apart.told import said
from jiheng.model.audit import Refusal
from jiheng.model.form import NOT_JUDGED, Form
from jiheng.pipeline.apart.reading import Reading
from jiheng.pipeline.batch import Batch, Manner
from jiheng.pipeline.naming import called
from jiheng.pipeline.reading import with_pack
from jiheng.rulebook.errors import RulebookError
from jiheng.rulebook.messages import say
from jiheng.rulebook.phrases import Told
from jiheng.rulebook.telling import cause_of

LINES = ".jsonl"
"""How a file ends that holds a document of ``jiheng read`` a line."""

Progress = Callable[[int, int], None]


class Wish(Struct, frozen=True, kw_only=True):
    """How forms are taken.

    Attributes:
        pack: id of a rule pack for all forms; None chooses one for each.
        year: of forms that say none.
        region: code of the region of all forms.
        language: of what is said.
    """

    pack: str | None = None
    year: int | None = None
    region: str | None = None
    manner: Manner = Manner()
    language: str = "zh"


class Taken(Struct, frozen=True, kw_only=True):
    """What became of what was given, beside what the builder counts.

    Attributes:
        unjudged: forms that are no self-evaluations, such as goal tables.
        refused: files, or lines of them, that could not be read.
        skipped: names of files that are of no kind to be read.
    """

    unjudged: int
    refused: tuple[Refusal, ...]
    skipped: tuple[str, ...]


def take(
    builder: Builder, paths: tuple[Path, ...], wish: Wish, progress: Progress | None = None
) -> Taken:
    """Add the forms of files, folders and lines to a corpus.

    Raises:
        RulebookError: a rule pack cannot be used.
        BadJournal: the run's journal cannot be used.
    """
    intake = _Intake(builder, wish)
    lines = tuple(path for path in paths if path.suffix.lower() == LINES)
    for path in lines:
        intake.take_lines(path)
    others = tuple(path for path in paths if path not in lines)
    skipped: tuple[str, ...] = ()
    if others:
        with Batch(others, wish.manner, wish.language) as batch:
            for done, outcome in enumerate(batch, 1):
                intake.take_file(outcome.name, outcome.reading)
                if progress is not None:
                    progress(done, batch.files.total)
            skipped = batch.files.skipped
    return Taken(unjudged=intake.unjudged, refused=tuple(intake.refused), skipped=skipped)


class _Intake:
    """Takes what was read and keeps what could not be."""

    def __init__(self, builder: Builder, wish: Wish) -> None:
        self.unjudged = 0
        self.refused: list[Refusal] = []
        self._builder, self._wish = builder, wish

    def take_file(self, name: str, reading: Reading) -> None:
        """Add the forms of a file."""
        if reading.refused:
            self._refuse(name, said(reading.refused, self._wish.language))
        for form in reading.forms:
            self._take(name, form)

    def take_lines(self, path: Path) -> None:
        """Add the forms of a file that holds one a line."""
        name = called(path)
        try:
            with path.open("rb") as file:
                for number, line in enumerate(file, 1):
                    self._take_line(f"{name}:{number}", line)
        except OSError as error:
            self._refuse(name, self._say("corpus.unreadable", path=name, cause=cause_of(error)))

    def _take_line(self, name: str, line: bytes) -> None:
        if not line.strip():
            return
        try:
            form = msgspec.json.decode(line, type=Form)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            cause = called(str(error))
            self._refuse(name, self._say("read.no-document", path=name, cause=cause))
        else:
            self._take(name, form)

    def _take(self, name: str, form: Form) -> None:
        """Add one form: the one place that catches for all of them."""
        if form.kind in NOT_JUDGED:
            self.unjudged += 1
            return
        if self._builder.passes(form):
            return
        try:
            read = with_pack(form, self._wish.pack)
            self._builder.add(filed(read, self._wish.year, self._wish.region))
        except (RulebookError, OSError):
            raise
        except Exception as error:
            # A mistake of ours in one form: it is named, and the others go on.
            fault = called(f"{type(error).__name__}: {error}")
            self._refuse(name, self._say("read.fault", path=name, fault=fault))

    def _refuse(self, name: str, reason: str) -> None:
        self.refused.append(Refusal(path=name, reason=reason))

    def _say(self, key: str, **values: Told) -> str:
        return say(key, self._wish.language, **values)
