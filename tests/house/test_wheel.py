"""The built wheel, alone in an empty environment."""

import json
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from jiheng.pipeline.conformance import load_suite
from tests.cli.test_commands import form

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def command(tmp_path_factory) -> str:
    """Return the command of a wheel that was just built and installed."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(folder),
        ".",
    ]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=False)
    python = folder / "env" / "bin" / "python"
    install = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--python", str(python)]
    pins = [*install, "--require-hashes", "-r", str(runtime_pins(folder))]
    subprocess.run(pins, check=True, capture_output=True)
    subprocess.run([*install, "--no-deps", str(wheel)], check=True, capture_output=True)
    return str(python.with_name("jiheng"))


@pytest.mark.slow
def test_the_wheel_installed_alone_audits_a_form(tmp_path, command):
    (tmp_path / "表.txt").write_text(form(total="98"), encoding="utf-8")

    result = subprocess.run(
        [command, "audit", "表.txt", "-o", "报告"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 1
    assert "总分栏为 98" in result.stdout.replace("\n", "")
    assert (tmp_path / "报告" / "report.html").is_file()


@pytest.mark.slow
def test_the_wheel_brings_the_conformance_cases(tmp_path, command):
    result = subprocess.run(
        [command, "conformance", "--json"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 0
    assert json.loads(result.stdout)["cases"] == len(list(load_suite().cases))


def runtime_pins(folder: Path) -> Path:
    """Return the lock cut down to what the wheel itself needs, as pip would resolve it."""
    compiled = folder / "runtime.txt"
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--generate-hashes"]
    command += ["--no-header", "--constraint", str(ROOT / "requirements.lock")]
    command += ["--output-file", str(compiled), str(ROOT / "pyproject.toml")]
    subprocess.run(command, check=True, capture_output=True)
    return compiled
