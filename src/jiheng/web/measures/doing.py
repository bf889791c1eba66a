"""What can be done with a row's measure, each by its name in an address."""

from collections.abc import Callable

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest
from msgspec import Struct

from jiheng.rulebook.phrases import phrase
from jiheng.rulebook.shelf import LARGEST_FILE
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.sent import clean
from jiheng.web.measures.choosing import choose, drop, own, ready
from jiheng.web.measures.models import RowMeasure, RowResult
from jiheng.web.measures.results import (
    MOST_BYTES,
    BadResult,
    Bringing,
    bring,
    read_result,
    results_of,
)
from jiheng.web.measures.running import Asking, ask
from jiheng.web.measures.taking import take
from jiheng.web.people.models import Person


class Asked(Struct, frozen=True, kw_only=True):
    """What a page sends about one row.

    Attributes:
        at: the row's place among the indicators.
        chosen: its measure.
    """

    request: HttpRequest
    person: Person
    record: FormRecord
    at: int
    chosen: RowMeasure | None

    def sent(self, name: str) -> str:
        """Return the text of a field."""
        return self.request.POST.get(name, "")

    @property
    def name(self) -> str:
        """What the page showed as the row's name."""
        return self.sent("name")

    @property
    def measure(self) -> RowMeasure:
        """The row's measure.

        Raises:
            Http404: it has none.
        """
        if self.chosen is None:
            raise Http404
        return self.chosen

    def content(self, name: str, most: int) -> bytes:
        """Return a file that was sent, or what was typed instead of it, not much more than most."""
        file = self.request.FILES.get(f"{name}-file")
        if isinstance(file, UploadedFile):
            return file.read(most + 1)
        return self.sent(name).replace("\r\n", "\n").encode()


def _choose(asked: Asked) -> str:
    choice = ready(asked.sent("id"), asked.record.year)
    choose(asked.person, asked.record, asked.at, asked.name, choice)
    return "chosen"


def _choose_own(asked: Asked) -> str:
    measure, ledger = (asked.content(name, LARGEST_FILE) for name in ("measure", "ledger"))
    choice = own(measure, ledger, asked.record.year)
    choose(asked.person, asked.record, asked.at, asked.name, choice)
    return "chosen"


def _drop(asked: Asked) -> str:
    drop(asked.person, asked.record, asked.at, asked.name)
    return "dropped"


def _hand_in(asked: Asked) -> str:
    data = asked.content("result", MOST_BYTES)
    if not data:
        raise BadResult(phrase("measures.result-none"))
    bring(asked.measure, Bringing(result=read_result(data, asked.measure), person=asked.person))
    return "brought"


def _run(asked: Asked) -> str:
    _ask(asked, None)
    return ""


def _replay(asked: Asked) -> str:
    results = results_of(asked.measure)
    if not results:
        raise Http404
    _ask(asked, results[0])
    return ""


def _ask(asked: Asked, before: RowResult | None) -> None:
    source = asked.sent("source")
    ask(Asking(person=asked.person, chosen=asked.measure, source=source, before=before))


def _take(asked: Asked) -> str:
    take(asked.person, asked.record, asked.at, asked.name, clean(asked.sent("seen")) or "")
    return "taken"


DOINGS: dict[str, Callable[[Asked], str]] = {
    "choose": _choose,
    "own": _choose_own,
    "drop": _drop,
    "hand-in": _hand_in,
    "run": _run,
    "replay": _replay,
    "take": _take,
}
"""Each returns the key of what is told then, "" where the page shows it anyway."""
