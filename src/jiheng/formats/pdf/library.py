"""The functions of pdfium, which are bound without types."""

from collections.abc import Callable
from ctypes import CFUNCTYPE, c_double, c_int, c_uint, c_void_p, cast
from typing import Any

import pypdfium2.raw

pdfium: Any = pypdfium2.raw

_Kind = type[c_void_p | c_uint | c_int | c_double]


def plain(name: str, answer: _Kind, *takes: _Kind) -> Callable[..., Any]:
    """Return a function of pdfium that takes and gives addresses as plain numbers.

    What is asked for each letter or run costs a third less so.
    """
    return cast(getattr(pdfium, name), CFUNCTYPE(answer, *takes))
