"""How far an import is: figures, time, and one line a file."""

from django.core.paginator import Page, Paginator
from django.db.models import Count
from msgspec import Struct

from jiheng.formats.apart.told import said
from jiheng.web.imports.models import Batch, BatchFile, BatchForm
from jiheng.web.imports.states import OPEN, SHOWN, FileState, FormState

PAGE = 50
TABS = (
    FileState.IN_DOUBT,
    FileState.UNREADABLE,
    FileState.SKIPPED,
    FileState.IMPORTED,
)
_BAR = (FileState.IMPORTED, FileState.IN_DOUBT, FileState.UNREADABLE, FileState.SKIPPED)


class Part(Struct, frozen=True, kw_only=True):
    """A piece of the bar, in 1/10 per cent of its length."""

    state: str
    count: int
    at: int
    width: int


class Progress(Struct, frozen=True, kw_only=True):
    """An import in figures.

    Attributes:
        seconds: how long the worker has been at it; left: how long it will about be.
    """

    total: int
    done: int
    seconds: int
    left: int | None
    is_running: bool
    is_paused: bool
    parts: tuple[Part, ...]
    forms: int
    matched: int
    unmatched: int

    @property
    def waiting(self) -> int:
        """How many files are still to be read."""
        return self.total - self.done

    @property
    def spent(self) -> str:
        """How long it has taken, as minutes and seconds."""
        return clock(self.seconds)

    @property
    def about_left(self) -> str:
        """How long it will about take, as minutes and seconds."""
        return clock(self.left or 0)


class Line(Struct, frozen=True, kw_only=True):
    """One file of the list."""

    file: BatchFile
    name: str
    folder: str
    forms: tuple[BatchForm, ...]
    why: str

    @property
    def questions(self) -> int:
        """How many answers it waits for."""
        return sum(form.questions for form in self.forms)

    @property
    def matched(self) -> int:
        """How many of its forms have their place on the platform."""
        return sum(form.record is not None for form in self.forms)

    @property
    def units(self) -> str:
        """The units of its forms."""
        names = (form.organisation.name for form in self.forms if form.organisation)
        return "、".join(dict.fromkeys(names))


def clock(seconds: int) -> str:
    """Return a time as people read it from a clock.

    Example:
        >>> clock(41), clock(3725)
        ('0:41', '1:02:05')
    """
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def progress_of(batch: Batch) -> Progress:
    """Return how far an import is."""
    counts = _counts(batch)
    total = sum(counts.values())
    done = total - sum(counts.get(state, 0) for state in OPEN)
    seconds = batch.worked_ms // 1000
    forms = BatchForm.objects.filter(file__batch=batch)
    return Progress(
        total=total,
        done=done,
        seconds=seconds,
        left=-(-seconds * (total - done) // done) if done and seconds else None,
        is_running=done < total and not batch.is_paused,
        is_paused=batch.is_paused,
        parts=_parts(counts, total),
        forms=forms.count(),
        matched=forms.exclude(record=None).count(),
        unmatched=forms.filter(state=FormState.IN_DOUBT, record=None).count(),
    )


def tabs_of(batch: Batch) -> tuple[tuple[str, int], ...]:
    """Return the filters of the list with how many files each shows."""
    counts = _counts(batch)
    some = tuple((state.value, counts.get(state, 0)) for state in TABS)
    return (("all", sum(counts.values())), *some)


def lines_of(batch: Batch, show: str, number: str, language: str) -> tuple[Page, tuple[Line, ...]]:
    """Return a page of files and its lines; an unknown filter shows all."""
    wanted = [state for state in TABS if state == show] or SHOWN
    files = BatchFile.objects.filter(batch=batch, state__in=wanted)
    page = Paginator(files.order_by("pk").defer("tables"), PAGE).get_page(number)
    rows = BatchForm.objects.filter(file__in=[file.pk for file in page])
    by_file: dict[int, list[BatchForm]] = {}
    for row in rows.select_related("organisation", "record").defer("document").order_by("index"):
        by_file.setdefault(row.file_id, []).append(row)
    return page, tuple(_line(file, by_file.get(file.pk, []), language) for file in page)


def _line(file: BatchFile, forms: list[BatchForm], language: str) -> Line:
    folder, _, name = file.path.rpartition("/")
    told = file.told or (forms[0].told if len(forms) == 1 else "")
    return Line(file=file, name=name, folder=folder, forms=tuple(forms), why=said(told, language))


def _counts(batch: Batch) -> dict[str, int]:
    found = BatchFile.objects.filter(batch=batch, state__in=SHOWN).order_by()
    return dict(found.values_list("state").annotate(count=Count("pk")))


def _parts(counts: dict[str, int], total: int) -> tuple[Part, ...]:
    parts: list[Part] = []
    before = 0
    for state in _BAR:
        count = counts.get(state, 0)
        at = 1000 * before // total if total else 0
        before += count
        end = 1000 * before // total if total else 0
        parts.append(Part(state=state.value, count=count, at=at, width=end - at))
    return tuple(parts)
