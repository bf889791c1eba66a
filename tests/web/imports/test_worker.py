"""The worker as a process of its own: killed in the middle, stopped, run twice."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.web.imports.handing import form, word

PATIENCE = 100
PEOPLE = """
organisations:
  - {name: 云岭市, kind: city}
  - {name: 云岭市人力资源和社会保障局, kind: department, above: 云岭市}
  - {name: 云岭市就业服务中心, kind: unit, above: 云岭市人力资源和社会保障局}
people:
  - {username: lifang, name: 李芳, posts: [{role: clerk, at: 云岭市就业服务中心}]}
"""
FILES = 16


class Office:
    """A data folder with a clerk, and the programs that are called for it."""

    def __init__(self, folder: Path, database: str = "") -> None:
        self.data = folder / "data"
        kept = ("PATH", "PYTHONPATH", "HOME", "COVERAGE_PROCESS_START")
        self.environment = {name: os.environ[name] for name in kept if name in os.environ}
        self.environment |= {"JIHENG_DATA": str(self.data), "JIHENG_SECRET_KEY": "only-for-tests"}
        self.environment |= {"DATABASE_URL": database} if database else {}
        self.data.mkdir()
        settled = (
            "import os;os.environ['DJANGO_SETTINGS_MODULE']='jiheng.web.settings'\n"
            "import django;django.setup()\n"
            "from django.core.management import call_command;call_command('migrate',verbosity=0)\n"
            "from jiheng.web.people.loading import load_people\n"
            f"load_people({PEOPLE!r}.encode())"
        )
        self.run("-c", settled)

    def run(self, *words: str) -> str:
        """Return what a program prints."""
        done = subprocess.run(
            [sys.executable, *words], env=self.environment, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode()[-2000:]
        return done.stdout.decode()

    def begin(self, *words: str) -> subprocess.Popen:
        """Return a worker that has begun."""
        command = [sys.executable, "-m", "jiheng.web", "worker", "--data", str(self.data), *words]
        return subprocess.Popen(command, env=self.environment, stdin=subprocess.PIPE)

    def query(self, sql: str) -> list[tuple]:
        """Return the rows of a query."""
        connection = sqlite3.connect(self.data / "jiheng.sqlite3", timeout=20)
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def states(self) -> Counter:
        """Return how many files stand where."""
        return Counter(dict(self.query("SELECT state, count(*) FROM imports_batchfile GROUP BY 1")))

    def wait_for(self, imported: int) -> None:
        """Wait until so many files are imported."""
        end = time.monotonic() + PATIENCE
        while self.states()["imported"] < imported:
            assert time.monotonic() < end, self.states()
            time.sleep(0.05)


@pytest.fixture
def office(tmp_path) -> Office:
    """Return an office with an import that waits."""
    made = Office(tmp_path)
    folder = tmp_path / "自评表"
    folder.mkdir()
    for number in range(FILES):
        name = f"{chr(0x4E00 + 97 * number) * 4}项目"
        (folder / f"{number:02}.docx").write_bytes(word(form(name=name)))
    made.run("-m", "jiheng.web", "import", str(folder), "--by", "lifang", "--year", "2024", "--data", str(made.data))  # fmt: skip
    return made


@pytest.mark.slow
def test_a_worker_that_is_killed_loses_no_file_and_doubles_none(office):
    first = office.begin()
    office.wait_for(5)
    first.send_signal(signal.SIGKILL)
    first.communicate()
    between = office.states()

    office.begin("--once").communicate(timeout=PATIENCE)

    assert between["imported"] < FILES
    assert office.states() == {"imported": FILES}
    assert office.query("SELECT count(*), count(DISTINCT project) FROM forms_formrecord") == [
        (FILES, FILES)
    ]
    assert office.query("SELECT count(*) FROM forms_formversion") == [(FILES,)]


@pytest.mark.slow
def test_a_worker_that_is_told_to_stop_finishes_its_file_and_the_next_goes_on(office):
    first = office.begin()
    office.wait_for(3)
    first.send_signal(signal.SIGTERM)
    first.communicate(timeout=PATIENCE)
    between = office.states()

    office.begin("--once").communicate(timeout=PATIENCE)

    assert first.returncode == 0
    assert 3 <= between["imported"] < FILES
    assert office.states() == {"imported": FILES}


@pytest.mark.slow
def test_two_workers_of_one_folder_do_nothing_twice(office):
    both = [office.begin("--once"), office.begin("--once")]
    for each in both:
        each.communicate(timeout=PATIENCE)

    assert office.states() == {"imported": FILES}
    assert office.query("SELECT count(*) FROM forms_formversion") == [(FILES,)]
    assert office.query("SELECT count(*) FROM django_tasks_database_dbtaskresult") == [(1,)]
