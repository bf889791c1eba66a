"""The scoring kernels compiled by numba: the same functions, no second spelling of a rule."""

import hashlib
import os
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path
from threading import Lock
from types import FunctionType
from typing import Any

from jiheng.scoring.kernels import FORM_KERNELS, KERNELS, score_forms

Compiled = Callable[..., None]
_SOURCES = ("branches.py", "rules.py", "kernels")
_FOLDER = "JIHENG_CACHE_DIR"
_COMPILING = Lock()


def compiled_score_forms() -> Compiled:
    """Return ``kernels.score_forms`` compiled; what it calls is bound into copies of its callers.

    Threads that ask at once get one function. What was compiled once is kept on the disk, under a
    digest of all scoring sources: numba's own cache would go on using a function of which only a
    callee's file was changed.
    """
    with _COMPILING:
        return _compiled()


@cache
def _compiled() -> Compiled:
    folder = cache_folder()
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["NUMBA_CACHE_DIR"] = str(folder)
    # Only now: numba looks at the variable when it is first imported.
    from numba import config, njit  # noqa: PLC0415

    setattr(config, "CACHE_DIR", str(folder))  # noqa: B010  it has no type
    done: dict[str, Any] = {}
    for kernel in (*KERNELS, *FORM_KERNELS):
        scope = {**kernel.__globals__, **_bound(kernel, done)}
        copy = FunctionType(kernel.__code__, scope, kernel.__name__, kernel.__defaults__)
        is_last = kernel is score_forms
        done[kernel.__name__] = njit(
            copy, cache=is_last, nogil=True, error_model="numpy", forceinline=not is_last
        )
    return done[score_forms.__name__]


def _bound(kernel: Callable[..., object], done: dict[str, Any]) -> dict[str, Any]:
    return {name: done[name] for name in kernel.__code__.co_names if name in done}


def cache_folder() -> Path:
    """Return where compiled code is kept: a folder a version of the scoring sources."""
    chosen = os.environ.get(_FOLDER)
    home = Path(chosen) if chosen else Path.home() / ".cache" / "jiheng"
    return home / f"kernels-{_digest()[:16]}"


def _digest() -> str:
    found = hashlib.sha256()
    scoring = files("jiheng.scoring")
    for name in _SOURCES:
        part = scoring / name
        each = (part,) if part.is_file() else sorted(part.iterdir(), key=lambda file: file.name)
        for file in each:
            if file.name.endswith(".py"):
                found.update(file.name.encode() + b"\0" + file.read_bytes())
    return found.hexdigest()
