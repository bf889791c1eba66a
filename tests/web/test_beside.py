"""The worker beside the server: begun with it, begun again when it dies, gone when it goes."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.web.test_serving import answer, free_port

PATIENCE = 100

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc").is_dir(), reason="processes are looked up in /proc"),
]


def processes(data: Path, word: bytes = b"jiheng.web") -> list[int]:
    """Return the processes of a data folder."""
    found: list[int] = []
    for each in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = each.read_bytes().split(b"\0")
        except OSError:
            continue
        if word in words and str(data).encode() in words:
            found.append(int(each.parent.name))
    return found


def workers(data: Path) -> list[int]:
    """Return the workers of a data folder."""
    return processes(data, b"worker")


def worker_other_than(data: Path, known: int) -> int:
    """Return a worker of the folder, as soon as there is another one."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        others = [pid for pid in workers(data) if pid != known]
        if others:
            return others[0]
        time.sleep(0.1)
    raise TimeoutError


def wait_for_none(data: Path) -> None:
    """Wait until the folder has no process."""
    end = time.monotonic() + PATIENCE
    while processes(data):
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.1)


@pytest.fixture
def server(tmp_path):
    """Return a server that answers, with its data folder."""
    port, data = free_port(), tmp_path / "data"
    command = [sys.executable, "-m", "jiheng.web", "--port", str(port), "--data", str(data)]
    kept = ("PATH", "PYTHONPATH", "HOME", "COVERAGE_PROCESS_START")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    answer(f"http://127.0.0.1:{port}/log-in/")
    yield process, data
    if process.poll() is None:
        process.kill()
    process.wait()


def test_a_worker_that_dies_is_begun_again(server):
    _, data = server
    first = worker_other_than(data, 0)

    os.kill(first, signal.SIGKILL)

    assert worker_other_than(data, first) != first


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_server_that_is_told_to_stop_leaves_no_process_behind(server, how):
    process, data = server
    worker_other_than(data, 0)

    process.send_signal(how)

    assert process.wait(PATIENCE) == 0
    assert processes(data) == []


def test_a_server_that_is_killed_leaves_no_process_behind(server):
    process, data = server
    worker_other_than(data, 0)

    process.send_signal(signal.SIGKILL)

    process.wait()
    wait_for_none(data)
    assert processes(data) == []
