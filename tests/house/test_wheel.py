"""The built wheel, alone in an empty environment."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.cli.test_commands import form

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_the_wheel_installed_alone_audits_a_form(tmp_path):
    build = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(tmp_path),
        ".",
    ]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    venv.create(tmp_path / "env", with_pip=False)
    python = tmp_path / "env" / "bin" / "python"
    install = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--python", str(python)]
    pins = [*install, "--require-hashes", "-r", str(runtime_pins(tmp_path))]
    subprocess.run(pins, check=True, capture_output=True)
    subprocess.run([*install, "--no-deps", str(wheel)], check=True, capture_output=True)
    (tmp_path / "表.txt").write_text(form(total="98"), encoding="utf-8")

    result = subprocess.run(
        [str(python.with_name("jiheng")), "audit", "表.txt", "-o", "报告"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 1
    assert "总分栏为 98" in result.stdout.replace("\n", "")
    assert (tmp_path / "报告" / "report.html").is_file()


def runtime_pins(folder: Path) -> Path:
    """Return the lock cut down to what the wheel itself needs, as pip would resolve it."""
    compiled = folder / "runtime.txt"
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--generate-hashes"]
    command += ["--no-header", "--constraint", str(ROOT / "requirements.lock")]
    command += ["--output-file", str(compiled), str(ROOT / "pyproject.toml")]
    subprocess.run(command, check=True, capture_output=True)
    return compiled
