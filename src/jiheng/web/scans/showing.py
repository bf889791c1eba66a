"""What the scans of a form say beside the form as it is now."""

from msgspec import Struct

from jiheng.model.form import Form
from jiheng.model.paths import value_at
from jiheng.pipeline.changes import changes_of
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.scans.matching import form_in
from jiheng.web.scans.models import Scan
from jiheng.web.scans.numbers import decoded
from jiheng.writers.report.places import name_of
from jiheng.writers.report.voice import Voice


class Differing(Struct, frozen=True, kw_only=True):
    """A cell that the paper shows otherwise than the form does now."""

    path: str
    name: str
    paper: str
    now: str


class ApartNumber(Struct, frozen=True, kw_only=True):
    """A number of the form that the scan's text does not have as often."""

    number: str
    cells: tuple[str, ...]
    form_times: int
    scan_times: int


class ShownScan(Struct, frozen=True, kw_only=True):
    """A scan with what is to be said of it.

    Attributes:
        differing: cells that changed since the paper was printed.
        lacking: numbers that its text layer lacks.
        surplus: numbers that only its text layer has.
    """

    scan: Scan
    differing: tuple[Differing, ...]
    lacking: tuple[ApartNumber, ...]
    surplus: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """Whether there is nothing to say."""
        return not self.differing and not self.lacking


def shown_scans(record: FormRecord, language: str) -> tuple[ShownScan, ...]:
    """Return the scans of a form, the latest first."""
    scans = Scan.objects.filter(record=record).select_related("version", "file", "brought_by")
    return tuple(_shown(scan, record, language) for scan in scans)


def _shown(scan: Scan, record: FormRecord, language: str) -> ShownScan:
    printed, now, voice = form_in(scan.version), form_of(record), Voice(language=language)
    apart = decoded(scan.numbers)
    return ShownScan(
        scan=scan,
        differing=tuple(
            Differing(
                path=each.at,
                name=name_of(now if _stands(now, each.at) else printed, each.at, voice),
                paper=each.before or "",
                now=each.after or "",
            )
            for each in changes_of(printed, now)
        ),
        lacking=tuple(
            ApartNumber(
                number=each.number,
                cells=tuple(name_of(printed, path, voice) for path in each.paths),
                form_times=each.times[0],
                scan_times=each.times[1],
            )
            for each in apart.lacking
        ),
        surplus=apart.surplus,
    )


def _stands(form: Form, path: str) -> bool:
    return value_at(form, path) is not None
