"""The archive for an office without internet, from its making to a form on the screen."""

import os
import platform
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from tools.bundle import offline

ROOT = Path(__file__).parents[3]
HERE = f"{sys.version_info.major}.{sys.version_info.minor}"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        (sys.platform, platform.machine()) != ("linux", "x86_64"),
        reason="only the bundle for Linux x86-64 is tried",
    ),
]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory) -> Path:
    """Return a bundle as it was made for this machine, and unpacked."""
    folder = tmp_path_factory.mktemp("bundle")
    command = [sys.executable, "-m", "tools.bundle", "--platform", "linux-x86_64"]
    command += ["--python", HERE, "--out", str(folder)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if result.returncode == 2:
        pytest.skip(f"the bundle was not tried: {result.stderr[-500:]}")
    assert result.returncode == 0, result.stderr
    (archive,) = folder.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        opened.extractall(folder, filter="data")
    return archive.with_name(archive.name.removesuffix(".tar.gz"))


def without_network() -> list[str]:
    """Return what a command begins with that must find no network."""
    is_root = os.geteuid() == 0
    allowed = is_root and not subprocess.run(["unshare", "-n", "true"], check=False).returncode
    return ["unshare", "-n"] if allowed else []


def test_a_changed_bundle_is_not_installed(unpacked, tmp_path):
    copy = shutil.copytree(unpacked, tmp_path / "copy", copy_function=os.link)
    (copy / "README.md").unlink()
    (copy / "README.md").write_text("changed", encoding="utf-8")

    result = install(copy, "--prefix", str(tmp_path / "opt"))

    assert result.returncode == 2
    assert "copy it again" in result.stderr
    assert not (tmp_path / "opt").exists()


def test_a_python_that_is_too_old_or_too_new_is_named(unpacked, tmp_path):
    old = tmp_path / "python2"
    old.write_text("#!/bin/sh\necho 2.7\n")
    old.chmod(0o755)

    result = install(unpacked, "--python", str(old), "--prefix", str(tmp_path / "opt"))

    assert result.returncode == 2
    assert "Python 2.7" in result.stderr


def test_a_bundle_installs_serves_and_shows_a_form_without_a_network(unpacked, tmp_path):
    nowhere = "http://127.0.0.1:9"
    command = [*without_network(), sys.executable, offline.__file__]
    result = subprocess.run(
        [*command, unpacked, tmp_path / "opt", tmp_path / "data"],
        env={"PATH": os.environ["PATH"], "http_proxy": nowhere, "https_proxy": nowhere},
        capture_output=True,
        text=True,
        check=False,
    )

    said = result.stdout
    assert result.returncode == 0, said + result.stderr
    assert re.search(r"^form: 断面水质监测.+ [1-9]\d+ cells$", said, re.MULTILINE)
    assert "stopped: 0" in said
    assert "[有误]" not in said
    assert "已从" in said


def install(unpacked: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Return how an installation went."""
    command = [unpacked / "install.sh", "--no-service", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)
