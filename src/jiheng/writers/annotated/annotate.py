"""Findings put into the margin of the file they were found in."""

from datetime import UTC, datetime

from msgspec import Struct

from jiheng.formats.errors import FormatError
from jiheng.model.audit import Run
from jiheng.writers.annotated.excel import annotate_excel
from jiheng.writers.annotated.notes import notes_of
from jiheng.writers.annotated.word import annotate_word
from jiheng.writers.inplace.errors import Unwritable
from jiheng.writers.inplace.office_file import OfficeFile
from jiheng.writers.inplace.protection import refuse_restricted
from jiheng.writers.report.entry import ReportEntry
from jiheng.writers.report.voice import Voice

_OPEN_TO_COMMENTS = frozenset({"comments", "none"})


class Annotated(Struct, frozen=True, kw_only=True):
    """A file with comments, or why there is none.

    Attributes:
        data: the file; None when nothing could or need be written.
        notes: how many comments were put in.
        refusal: why nothing could be written, as a sentence.
    """

    data: bytes | None = None
    notes: int = 0
    refusal: str | None = None


def annotate(
    data: bytes,
    entries: tuple[ReportEntry, ...],
    run: Run,
    *,
    when: datetime,
    language: str = "zh",
) -> Annotated:
    """Return a docx or xlsx with each finding as a comment at its cell, and nothing else changed.

    Args:
        data: the file.
        entries: its forms, in its order.
        run: what was found between forms.
        when: the date of the comments.
        language: of the comments.
    """
    notes = notes_of(entries, run, Voice(language=language))
    if not notes:
        return Annotated()
    try:
        with OfficeFile(data) as file:
            if file.main.holds == "document":
                refuse_restricted(file, allowed=_OPEN_TO_COMMENTS)
                placed = annotate_word(file, notes, when.astimezone(UTC))
            else:
                placed = annotate_excel(file, notes, when.astimezone(UTC))
            return Annotated(data=file.render(), notes=placed) if placed else Annotated()
    except (Unwritable, FormatError) as error:
        return Annotated(refusal=error.said(language))
