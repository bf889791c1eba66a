"""The cases of the checks across forms, from the YAML beside each."""

from pathlib import Path

import pytest
import yaml

import jiheng.audit.checks
from jiheng.audit.catalogue import RUN_CHECKS
from jiheng.audit.engine import audit_form
from jiheng.audit.run import audit_run
from jiheng.model.form import NOT_JUDGED
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.score import score_form
from tests.audit.forms import CLEAN, build

FOLDER = Path(jiheng.audit.checks.__file__).parent
CODES = {check.code for check in RUN_CHECKS}


def _cases(kind: str) -> list:
    return [
        pytest.param(code, case, id=f"{code} {case['case']}")
        for path in sorted(FOLDER.glob("*.yaml"))
        if (code := path.stem[:4].upper()) in CODES
        for case in yaml.safe_load(path.read_text(encoding="utf-8")).get(kind, [])
    ]


def _run(case: dict):
    pack = load_pack(case.get("pack", "cn-2020-10"))
    forms = tuple(
        score_form(
            build({**given, "project": {**CLEAN["project"], **given.get("project", {})}}, index),
            pack,
        )
        for index, given in enumerate(case["forms"], start=1)
    )
    own = tuple(form for form in forms if form.form.kind not in NOT_JUDGED)
    beside = tuple(form for form in forms if form.form.kind in NOT_JUDGED)
    return audit_run(own, tuple(audit_form(form) for form in own), beside=beside)


def _cell(form: int, path: str) -> tuple[str, str]:
    return f"{f'{form:064d}'[:12]}-{form}", path


@pytest.mark.parametrize(("code", "case"), _cases("fires"))
def test_it_finds_the_defect_at_its_cells_in_every_form(code, case):
    found = [finding for finding in _run(case).findings if finding.code == code]

    assert len(found) == len(case["finds"])
    for finding, expected in zip(found, case["finds"], strict=True):
        cells = {(cell.form, cell.cell) for cell in finding.at}
        assert {_cell(*at) for at in expected["at"]} <= cells
        shown = {key: getattr(finding, key) for key in expected if key not in {"at", "says"}}
        assert shown == {key: expected[key] for key in shown}
        assert expected.get("says", "") in finding.message


@pytest.mark.parametrize(("code", "case"), _cases("passes"))
def test_it_records_that_the_comparison_came_out_right(code, case):
    assert code in _run(case).checks.passed


@pytest.mark.parametrize(("code", "case"), _cases("silent"))
def test_it_says_nothing_where_it_does_not_apply(code, case):
    assert code in _run(case).checks.not_applicable
