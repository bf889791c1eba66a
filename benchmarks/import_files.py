"""The folder that the platform's import is measured with: mixed files, each with its truth."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import cycle
from pathlib import Path
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from jiheng.corpus.damage import ALL_DAMAGE
from jiheng.corpus.documents import Manner, specimen
from jiheng.corpus.generator import sample
from jiheng.model.form import Form
from jiheng.readers.opening import open_document
from jiheng.readers.recognise import recognise
from jiheng.rulebook.layouts import LAYOUT_IDS, load_layout

YEARS = (2022, 2023, 2024)
_LAYOUTS = tuple(name for name in LAYOUT_IDS if load_layout(name).kind == "self-evaluation")
_DOUBTFUL = next(each for each in ALL_DAMAGE if each.name == "shifted-rows")
_PLAIN = ("docx", "xlsx", "html", "text", "markdown")
_ENCRYPTED = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")
)
_PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(64)


class UnitName(Struct, frozen=True, kw_only=True):
    """A unit and the department above it."""

    unit: str
    department: str


class Made(Struct, frozen=True, kw_only=True):
    """One file.

    Attributes:
        state: what has to become of it. Where the reader has doubts, somebody has to be asked; how
            well it reads is measured elsewhere (``make accuracy``).
        projects: the projects in it.
    """

    name: str
    data: bytes
    state: str
    projects: tuple[str, ...] = ()
    unit: str = ""


def made_files(count: int, units: tuple[UnitName, ...], seed: int = 1) -> tuple[Made, ...]:
    """Return that many files: nine in ten with a form, the others broken, doubled or strange."""
    dice = Random(seed)
    odd = count // 10
    good = tuple(_good(count - odd, units, dice, seed))
    return (*good, *_odd(odd, good, dice))


def _good(count: int, units: tuple[UnitName, ...], dice: Random, seed: int) -> Iterator[Made]:
    forms = _homed(count, units, seed)
    kinds = cycle(_PLAIN)
    for number, (form, home) in enumerate(forms, 1):
        spoilt = number % 20 == 0
        kind = next(kinds)
        damage = _DOUBTFUL if spoilt else None
        document = specimen((form,), Manner(kind=kind, damage=damage), number, dice)
        yield Made(
            name=f"{home.department}/{document.name}",
            data=document.data,
            state="in-doubt" if _has_doubts(document.data) else "imported",
            projects=(form.project.name or "",),
            unit=home.unit,
        )


def _homed(count: int, units: tuple[UnitName, ...], seed: int) -> Iterator[tuple[Form, UnitName]]:
    """Yield forms of these units, no two of them of one unit, year and project."""
    homes, layouts, years = cycle(units), cycle(_LAYOUTS), cycle(YEARS)
    taken: set[tuple[str, int, str]] = set()
    number = 0
    while count:
        number += 1
        home, layout, year = next(homes), next(layouts), next(years)
        (form,) = sample(1, seed * 100_000 + number, layout)
        key = (home.unit, year, form.project.name or "")
        if key in taken:
            continue
        taken.add(key)
        count -= 1
        project = replace(form.project, department=home.department, implementing_unit=home.unit)
        reporting = form.reporting_unit and home.unit
        yield replace(form, project=project, reporting_unit=reporting, year=year), home


def _has_doubts(data: bytes) -> bool:
    return any(form.doubts for form in recognise(open_document(Path("form"), data)))


def _odd(count: int, good: tuple[Made, ...], dice: Random) -> Iterator[Made]:
    makers = cycle((_copy, _broken, _encrypted, _picture, _copy, _unknown))
    for number in range(1, count + 1):
        yield next(makers)(number, dice.choice(good[:-1]))


def _copy(number: int, of: Made) -> Made:
    return Made(name=f"副本/{number}-{of.name.rpartition('/')[2]}", data=of.data, state="skipped")


def _broken(number: int, of: Made) -> Made:
    """A document whose end was lost on the way."""
    del of
    whole = BytesIO()
    with zipfile.ZipFile(whole, "w") as package:
        package.writestr("[Content_Types].xml", f"<Types number='{number}'/>" * 200)
    return Made(name=f"坏/{number}.docx", data=whole.getvalue()[:900], state="unreadable")


def _encrypted(number: int, of: Made) -> Made:
    del of
    data = _ENCRYPTED + bytes([number])
    return Made(name=f"坏/{number}-加密.docx", data=data, state="unreadable")


def _picture(number: int, of: Made) -> Made:
    del of
    return Made(name=f"坏/{number}.png", data=_PICTURE + bytes([number]), state="unreadable")


def _unknown(number: int, of: Made) -> Made:
    """A form of a unit that nobody knows: somebody has to say whose it is."""
    del of
    (form,) = sample(1, 9_000_000 + number, "national-2020")
    project = replace(
        form.project, department="远山县不明局", implementing_unit=f"远山县第{number}无名站"
    )
    whole = replace(form, project=project, year=YEARS[0])
    document = specimen((whole,), Manner(kind="docx"), number, Random(number))
    return Made(name=f"外来/{number}.docx", data=document.data, state="in-doubt")
