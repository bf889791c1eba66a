"""Slips with codes on A4, to be cut apart."""

from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from jiheng.writers.pdf.typesetter import compiled
from jiheng.writers.qr import qr_svg


class Slip(Struct, frozen=True, kw_only=True):
    """One slip.

    Attributes:
        number: as it is printed, ``编号 7``.
        code: the code, as it is typed.
        address: with the code, for the camera of a phone.
    """

    number: str
    code: str
    address: str


class Slips(Struct, frozen=True, kw_only=True):
    """All slips of a survey.

    Attributes:
        title: of the survey.
        how: what to do with a slip.
        address: where to type the code.
    """

    title: str
    how: str
    address: str
    slips: tuple[Slip, ...]


def slips_pdf(slips: Slips) -> bytes:
    """Return the PDF file of slips, twelve a page."""
    drawn = {
        "title": slips.title,
        "how": slips.how,
        "address": slips.address,
        "slips": [
            {"number": each.number, "code": each.code, "qr": qr_svg(each.address).decode()}
            for each in slips.slips
        ],
    }
    return compiled(_template(), {"slips": msgspec.json.encode(drawn).decode()})


@cache
def _template() -> bytes:
    return (files("jiheng.writers.survey") / "slips.typ").read_bytes()
