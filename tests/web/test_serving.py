"""The server as somebody starts it: a folder, a command, a browser."""

import os
import re
import socket
import subprocess
import sys
import time
from urllib.request import urlopen

import pytest

from jiheng.web.serving import keep_secret

PATIENCE = 120


def free_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answer(url: str) -> str:
    """Return a page of a server that may still be starting."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urlopen(url, timeout=10) as page:
                return page.read().decode()
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


@pytest.fixture
def server(tmp_path):
    """Return the address of a server with an empty database, and its folder."""
    port = free_port()
    command = [sys.executable, "-c", "from jiheng.cli import main; main()", "serve"]
    command += ["--port", str(port), "--data", str(tmp_path / "数据")]
    kept = ("PATH", "PYTHONPATH", "HOME", "COVERAGE_PROCESS_START", "SYSTEMROOT")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    yield f"http://127.0.0.1:{port}", tmp_path / "数据"
    process.terminate()
    process.communicate(timeout=PATIENCE)


@pytest.mark.slow
def test_the_command_serves_the_log_in_with_its_style(server):
    url, folder = server

    page = answer(f"{url}/log-in/")
    style = re.search(r'href="(/static/jiheng/site\.[^"]*css)"', page)

    assert "<h1>项目支出绩效自评</h1>" in page
    assert style is not None
    assert ".door" in answer(url + style[1])
    assert (folder / "jiheng.sqlite3").is_file()
    assert (folder / "secret.key").stat().st_mode & 0o777 == 0o600


def test_a_key_that_is_there_is_kept(tmp_path):
    path = tmp_path / "secret.key"
    keep_secret(path)
    first = path.read_text(encoding="ascii")
    keep_secret(path)

    assert path.read_text(encoding="ascii") == first
    assert len(first) == 64
