"""Brings the wheels of one kind of machine together, each with the digest of the lock."""

import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from tools.bundle.platforms import Platform

ROOT = Path(__file__).parents[2]
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


class NoWheels(Exception):
    """The wheels of a machine cannot be had."""


def build_own(folder: Path) -> Path:
    """Return our own wheel, which is the same on every machine."""
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation"]
    _run([*command, "--outdir", str(folder), str(ROOT)])
    return max(folder.glob("jiheng-*.whl"), key=lambda each: each.stat().st_mtime)


def pins(platform: Platform, python: str, folder: Path) -> Path:
    """Return the lock cut down to what the platform needs on one machine, with all digests."""
    compiled = folder / f"lock-{platform.name}-{python}.txt"
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--generate-hashes"]
    command += ["--no-header", "--no-annotate", "--python-platform", platform.uv]
    command += ["--python-version", python, "--extra", "web"]
    command += ["--constraint", str(ROOT / "requirements.lock"), "--output-file", str(compiled)]
    _run([*command, str(ROOT / "pyproject.toml")])
    return compiled


def download(lock: Path, platform: Platform, python: str, folder: Path) -> None:
    """Put the wheels of a lock into a folder; pip compares every digest."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
    command += ["--only-binary=:all:", "--python-version", python, "--dest", str(folder)]
    for tag in platform.tags:
        command += ["--platform", tag]
    _run([*command, "-r", str(lock)])


def requirements(lock: Path, own: Path, folder: Path) -> str:
    """Return what an installer asks for: names, versions and digests of what is in the folder."""
    digests: dict[tuple[str, str], list[str]] = {}
    for wheel in sorted(folder.glob("*.whl")):
        name, version = wheel.name.split("-")[:2]
        digest = sha256(wheel.read_bytes()).hexdigest()
        digests.setdefault((_plain(name), version), []).append(digest)
    lines = [*_PIN.findall(lock.read_text(encoding="utf-8"))]
    lines.append(("jiheng", own.name.split("-")[1]))
    return "".join(
        f"{name}=={version}"
        + "".join(f" \\\n    --hash=sha256:{each}" for each in digests[_plain(name), version])
        + "\n"
        for name, version in lines
    )


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _run(command: list[str]) -> None:
    result = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    if result.returncode:
        raise NoWheels(f"{' '.join(command[:6])}…\n{result.stderr[-2000:]}")
