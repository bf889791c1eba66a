"""``jiheng serve``: hands over to the platform, which is a program of its own.

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
    """Become the server; where a process cannot become another, wait for it."""
    if find_spec("django") is None or find_spec("granian") is None:
        usage_error(tell("serve-missing"))
    command = [sys.executable, "-m", "jiheng.web", "--host", host, "--port", str(port)]
    command += ["--data", str(data), "--language", language()]
    command += ["--people", str(people)] if people else []
    command += ["--demo"] if demo else []
    if sys.platform == "win32":
        raise typer.Exit(subprocess.run(command, check=False).returncode)
    os.execv(command[0], command)
