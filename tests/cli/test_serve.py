"""``jiheng serve`` hands over to the platform."""

import sys

import pytest
from typer.testing import CliRunner

from jiheng.cli import serve as command
from jiheng.cli.app import app


@pytest.fixture
def handed(monkeypatch) -> list[list[str]]:
    """Return the commands that the process becomes."""
    commands: list[list[str]] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(command.os, "execv", lambda _, words: commands.append(words))
    return commands


def test_the_arguments_are_handed_over(handed, tmp_path):
    arguments = ["serve", "--port", "9000", "--data", str(tmp_path), "--demo"]
    result = CliRunner().invoke(app, arguments)

    assert result.exit_code == 0
    (words,) = handed
    assert words[:4] == [sys.executable, "-m", "jiheng.web", "serve"]
    assert words[4:8] == ["--data", str(tmp_path), "--language", "zh"]
    assert words[8:] == ["--host", "127.0.0.1", "--port", "9000", "--demo"]


@pytest.mark.parametrize(
    ("arguments", "handed_over"),
    [
        (["doctor"], ["doctor", "--data", "jiheng-data", "--language", "zh"]),
        (["backup", "b.zip"], ["backup", "--data", "jiheng-data", "--language", "zh", "b.zip"]),
        (
            ["restore", "b.zip", "--data", "d", "--replace"],
            ["restore", "--data", "d", "--language", "zh", "b.zip", "--replace"],
        ),
    ],
)
def test_what_an_administrator_asks_for_is_handed_over(handed, arguments, handed_over):
    result = CliRunner().invoke(app, arguments)

    assert result.exit_code == 0
    assert handed[0][3:] == handed_over


def test_the_roll_over_is_handed_over_too(handed, tmp_path):
    arguments = ["roll-over", "--year", "2026", "--data", str(tmp_path)]
    result = CliRunner().invoke(app, arguments)

    assert result.exit_code == 0
    (words,) = handed
    assert words[3:] == [
        "roll-over", "--data", str(tmp_path), "--language", "zh", "--year", "2026",
    ]  # fmt: skip


def test_without_the_platform_the_command_says_what_to_install(handed, monkeypatch):
    monkeypatch.setattr(command, "find_spec", lambda _: None)
    result = CliRunner().invoke(app, ["serve"])

    assert result.exit_code == 2
    assert 'pip install "jiheng[web]"' in result.output
    assert handed == []
