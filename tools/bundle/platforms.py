"""The machines for which an archive is made."""

from typing import NamedTuple

PYTHONS = ("3.11", "3.12", "3.13")
"""Versions of Python for which wheels are put in; Python itself is not."""
_GLIBC = ("2_28", "2_27", "2_26", "2_24", "2_17", "2_12", "2_5")


class Platform(NamedTuple):
    """A kind of machine, as uv and pip call it.

    Attributes:
        machine: what ``uname -m`` says there.
    """

    name: str
    uv: str
    tags: tuple[str, ...]
    machine: str
    is_windows: bool = False


def _linux(machine: str) -> tuple[str, ...]:
    # What the old name of 2_17 says is all that some wheels carry.
    return (*(f"manylinux_{each}_{machine}" for each in _GLIBC), f"manylinux2014_{machine}")


PLATFORMS = (
    Platform("linux-x86_64", "x86_64-manylinux_2_28", _linux("x86_64"), "x86_64"),
    Platform("linux-arm64", "aarch64-manylinux_2_28", _linux("aarch64"), "aarch64"),
    Platform("windows-x86_64", "x86_64-pc-windows-msvc", ("win_amd64",), "AMD64", is_windows=True),
)
