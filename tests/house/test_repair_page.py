"""The page on repairs shows what the command prints."""

import re
from pathlib import Path

from tests.cli.test_commands import run

ROOT = Path(__file__).parents[2]


def test_the_example_is_what_the_command_prints(monkeypatch):
    monkeypatch.chdir(ROOT)
    page = (ROOT / "docs/repair.md").read_text(encoding="utf-8")
    (command, told) = re.findall(
        r"^```text\n\$ jiheng (.+?)\n(.*?)^```$", page, re.DOTALL | re.MULTILINE
    )[0]
    printed = [line.rstrip() for line in run(*command.split()).output.splitlines()]

    assert told.splitlines() == printed
