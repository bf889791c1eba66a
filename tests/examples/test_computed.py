"""The form of examples-computed/: every actual value is a measure over the ledgers beside it."""

from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

from jiheng.cli.app import app
from jiheng.model.measure import Measured
from jiheng.model.proof import Strength
from jiheng.pipeline.run import audit_paths
from tests.corpus.ledgers.plain import VALUES, Books
from tools.make_computed import EVIDENCE, LEDGERS, TARGET

FORM = TARGET / "云溪市社会保险中心2024年度自评表.docx"
RESULTS = sorted((TARGET / EVIDENCE).glob("*/*.json"))


def test_every_point_of_the_form_is_supported():
    (entry,) = audit_paths((FORM,), evidence=TARGET / EVIDENCE).entries
    proofs = entry.audit.proofs

    assert proofs is not None
    assert (proofs.claimed, proofs.supported) == ("100", "100")
    assert {row.strength for row in proofs.rows if row.at.startswith("indicators")} == {
        Strength.RECOMPUTED
    }


@pytest.mark.parametrize("path", RESULTS, ids=lambda path: path.stem)
def test_a_second_program_finds_the_same_in_the_ledgers(path: Path):
    result = msgspec.json.decode(path.read_bytes(), type=Measured)
    books = Books(TARGET / LEDGERS / result.measure.ledger, 2024)

    assert float(result.value) == float(VALUES[result.measure.id](books))


def test_a_changed_ledger_is_noticed_on_replay(tmp_path: Path):
    (systems,) = (TARGET / LEDGERS / "operations").glob("*.system.*.csv")
    changed = tmp_path / "system.csv"
    changed.write_text(systems.read_text("utf-8").replace("已停用", "运维中"), encoding="utf-8")
    result = next(path for path in RESULTS if path.stem == "systems-kept")

    told = CliRunner().invoke(
        app, ["measure", "replay", str(result), "--ledger", f"system={changed}"]
    )

    assert told.exit_code == 1
    assert "12套" in told.output
