"""``jiheng serve``, ``doctor``, ``backup``, …: hands over to the platform, a program of its own.

The command line does not import it: that would load Django with every ``jiheng --help``.
"""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import typer

from jiheng.cli.exits import usage_error
from jiheng.cli.language import language, tell


def serve(host: str, port: int, data: Path, people: Path | None, *, demo: bool) -> None:
    """Become the server."""
    words = ["--host", host, "--port", str(port)]
    words += ["--people", str(people)] if people else []
    words += ["--demo"] if demo else []
    _become("serve", data, words)


def doctor(data: Path) -> None:
    """Look the installation over."""
    _become("doctor", data, [])


def backup(file: Path, data: Path) -> None:
    """Back everything up."""
    _become("backup", data, [str(file)])


def restore(file: Path, data: Path, *, replace: bool) -> None:
    """Restore a backup."""
    _become("restore", data, [str(file), *(["--replace"] if replace else [])])


def roll_over(year: int, organisation: str, data: Path) -> None:
    """Begin next year's forms."""
    words = ["--organisation", organisation] if organisation else []
    _become("roll-over", data, ["--year", str(year), *words])


def _become(what: str, data: Path, words: list[str]) -> None:
    """Become the platform's program; where a process cannot become another, wait for it."""
    if find_spec("django") is None or find_spec("granian") is None:
        usage_error(tell("serve-missing"))
    command = [sys.executable, "-m", "jiheng.web", what, "--data", str(data)]
    command += ["--language", language(), *words]
    if sys.platform == "win32":
        raise typer.Exit(subprocess.run(command, check=False).returncode)
    os.execv(command[0], command)
