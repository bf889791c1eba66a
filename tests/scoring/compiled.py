"""The kernels compiled with numba, the way a corpus of forms would run them."""

from collections.abc import Callable
from types import FunctionType

from numba import njit

from jiheng.scoring.kernels import KERNELS

Kernel = Callable[..., int | tuple[int, int, int]]


def compiled_kernels() -> dict[str, Kernel]:
    """Return every kernel compiled, its callees bound into a copy of its own globals."""
    done: dict[str, Kernel] = {}
    for kernel in KERNELS:
        scope = {**kernel.__globals__, **_bound(kernel, done)}
        copy = FunctionType(kernel.__code__, scope, kernel.__name__, kernel.__defaults__)
        done[kernel.__name__] = njit(copy)
    return done


def _bound(kernel: Kernel, done: dict[str, Kernel]) -> dict[str, Kernel]:
    return {name: done[name] for name in kernel.__code__.co_names if name in done}


def agree(name: str, compiled: Kernel, plain: Kernel, rows: list[tuple[object, ...]]) -> list[str]:
    """Return the rows on which compiled and plain differ."""
    return [
        f"{name}{row}: {compiled(*row)} {plain(*row)}"
        for row in rows
        if compiled(*row) != plain(*row)
    ]
