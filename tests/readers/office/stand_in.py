"""Small programs that stand in the place of LibreOffice."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

_MAKES = "for last; do :; done; mkdir -p made; "
"""Whoever is asked for a file finds its name last and leaves the other in the folder ``made``."""
_TOOLS = ("sh", "unshare", "true", "env", "cat", "mkdir", "sleep", "basename", "cp", "head")


def stand_in_of(folder: Path, patch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return what puts a shell script in the place of LibreOffice."""
    (folder / "bin").mkdir()
    for name in _TOOLS:
        if found := shutil.which(name):
            (folder / "bin" / name).symlink_to(found)
    patch.setenv("PATH", str(folder / "bin"))

    def put(script: str) -> None:
        program = folder / "bin" / "soffice"
        program.write_text(f"#!/bin/sh\n{_MAKES}{script}\n", encoding="utf-8")
        program.chmod(0o755)

    return put
