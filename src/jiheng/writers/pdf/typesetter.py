"""The typesetter typst with our fonts and no others."""

from functools import cache
from importlib.resources import files

from pylopdf_fonts_zh_cn import serif_path
from typst import Compiler, Fonts


class NotTypeset(RuntimeError):
    """The typesetter gave no page: a mistake of ours, never of a form."""


def typeset(forms: str) -> bytes:
    """Return the PDF of these forms, which are JSON."""
    pdf = _compiler().compile(_template(), format="pdf", sys_inputs={"forms": forms})
    if not isinstance(pdf, bytes):
        raise NotTypeset
    return pdf


@cache
def _compiler() -> Compiler:
    # typst's own fonts serve signs that the Chinese ones lack; those of the machine would make
    # the same form look otherwise elsewhere.
    fonts = Fonts(include_system_fonts=False, font_paths=[serif_path().parent])
    return Compiler(font_paths=fonts)


@cache
def _template() -> bytes:
    return (files("jiheng.writers.pdf") / "form.typ").read_bytes()
