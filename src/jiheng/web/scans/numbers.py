"""The numbers of a scan's text layer held against those of the version that was printed."""

import re
import unicodedata
from collections import Counter

import msgspec
from msgspec import Struct

from jiheng.model.form import Form
from jiheng.rulebook.layouts import LAYOUT_IDS, load_layout
from jiheng.web.forms.drawn import NATIONAL
from jiheng.writers.layout import LaidOut, lay_out

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_CODE = re.compile(r"校验码[:\s]*[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}")
_FEW = 3
"""A number that stands in more cells than these is of no cell in particular."""


class Lacking(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number of the form that the scan does not have as often.

    Attributes:
        paths: the cells that hold it; () where they are many.
        times: how often the form has it, and the scan.
    """

    number: str
    paths: tuple[str, ...]
    times: tuple[int, int]


class NumbersApart(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the numbers of a scan differ; nothing is lacking where they do not.

    Attributes:
        surplus: numbers that only the scan has.
    """

    lacking: tuple[Lacking, ...] = ()
    surplus: tuple[str, ...] = ()


def numbers_apart(form: Form, text: str) -> NumbersApart:
    """Return how the numbers of a text layer differ from those of a form."""
    laid = lay_out(form, load_layout(form.layout if form.layout in LAYOUT_IDS else NATIONAL))
    plain = _plain(text)
    seen = Counter(_NUMBER.findall(plain))
    joined = "".join(plain.split())
    wanted = Counter(number for _, number in _printed(laid))
    lacking = tuple(
        Lacking(number=number, paths=_cells_with(laid, number), times=(times, seen[number]))
        for number, times in wanted.items()
        # A narrow cell may break a number over two lines.
        if seen[number] < times and (seen[number] or number not in joined)
    )
    surplus = seen - wanted if lacking else Counter[str]()
    return NumbersApart(lacking=lacking, surplus=tuple(surplus))


def encoded(apart: NumbersApart) -> str:
    """Return what is stored of a comparison."""
    return msgspec.json.encode(apart).decode()


def decoded(stored: str) -> NumbersApart:
    """Return a stored comparison."""
    return msgspec.json.decode(stored, type=NumbersApart)


def _printed(laid: LaidOut) -> list[tuple[str | None, str]]:
    """Every number that the official form prints, with the path of its cell."""
    cells = [(laid.paths.get((cell.row, cell.column)), cell.text) for cell in laid.grid.cells]
    lines = [(None, line.text) for line in (*laid.before, *laid.after)]
    return [
        (path, number) for path, text in cells + lines for number in _NUMBER.findall(_plain(text))
    ]


def _cells_with(laid: LaidOut, number: str) -> tuple[str, ...]:
    paths = tuple(dict.fromkeys(path for path, each in _printed(laid) if each == number and path))
    return paths if len(paths) <= _FEW else ()


def _plain(text: str) -> str:
    return _THOUSANDS.sub("", _CODE.sub("", unicodedata.normalize("NFKC", text)))
