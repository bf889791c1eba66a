"""The typesetter typst with our fonts and no others."""

from functools import cache
from importlib.resources import files

import msgspec
from pylopdf_fonts_zh_cn import serif_path
from typst import Compiler, Fonts

from jiheng.writers.pdf.fitting import PAD, PAD_SIDE
from jiheng.writers.pdf.paper import GAP, LEAST_ABOVE, LEAST_BELOW, SIDE, TITLE, TOP, YEAR


class NotTypeset(RuntimeError):
    """The typesetter gave no page: a mistake of ours, never of a form."""


def typeset(forms: str) -> bytes:
    """Return the PDF of these forms, which are JSON."""
    return compiled(_template(), {"forms": forms, "paper": _measures()})


def compiled(template: bytes, inputs: dict[str, str]) -> bytes:
    """Return the PDF that a template makes of its inputs.

    Raises:
        NotTypeset: it makes none.
    """
    pdf = _compiler().compile(template, format="pdf", sys_inputs=inputs)
    if not isinstance(pdf, bytes):
        raise NotTypeset
    return pdf


@cache
def fonts() -> Fonts:
    """Return the Song and Hei fonts, and typst's own for signs that these lack.

    Those of the machine would make the same form look otherwise elsewhere.
    """
    return Fonts(include_system_fonts=False, font_paths=[serif_path().parent])


@cache
def _compiler() -> Compiler:
    return Compiler(font_paths=fonts())


@cache
def _template() -> bytes:
    return (files("jiheng.writers.pdf") / "form.typ").read_bytes()


@cache
def _measures() -> str:
    """Return the measures that the template shares with our counting of lines."""
    measures = {
        "side": SIDE,
        "top": TOP,
        "gap": GAP,
        "title": TITLE,
        "year": YEAR,
        "least-above": LEAST_ABOVE,
        "least-below": LEAST_BELOW,
        "pad": PAD,
        "pad-side": PAD_SIDE,
    }
    return msgspec.json.encode(measures).decode()
