"""Each check's cases, from the YAML beside it."""

from pathlib import Path

import pytest
import yaml

import jiheng.audit.checks
from jiheng.audit.catalogue import FORM_CHECKS, RUN_CHECKS
from jiheng.audit.engine import audit_form
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.score import score_form
from tests.audit.forms import build
from tests.audit.masking import masked
from tests.audit.proofs import with_proofs

FOLDER = Path(jiheng.audit.checks.__file__).parent
BY_CODE = {check.code: check for check in (*FORM_CHECKS, *RUN_CHECKS)}


def _cases(kind: str) -> list:
    return [
        pytest.param(code, case, id=f"{code} {case['case']}")
        for path in sorted(FOLDER.glob("*.yaml"))
        if (code := path.stem[:4].upper()) in BY_CODE and BY_CODE[code].scope == "form"
        for case in yaml.safe_load(path.read_text(encoding="utf-8")).get(kind, [])
    ]


def _scored(case: dict):
    scored = score_form(build(case["form"]), load_pack(case.get("pack", "cn-2020-10")))
    return scored if "proofs" not in case else with_proofs(scored, case["proofs"])


@pytest.mark.parametrize(("code", "case"), _cases("fires"))
def test_it_finds_the_defect_at_its_cells_with_both_values(code, case):
    audit = audit_form(_scored(case))
    found = [finding for finding in audit.findings if finding.code == code]

    assert len(found) == len(case["finds"])
    for finding, expected in zip(found, case["finds"], strict=True):
        assert set(expected["at"]) <= set(finding.at)
        shown = {
            key: getattr(finding, key) for key in expected if key not in {"at", "mend_at", "says"}
        }
        assert tuple(expected.get("mend_at", finding.mend_at)) == finding.mend_at
        assert shown == {key: expected[key] for key in shown}
        assert expected.get("says", "") in finding.message


@pytest.mark.parametrize(("code", "case"), _cases("passes"))
def test_it_records_that_the_comparison_came_out_right(code, case):
    assert code in audit_form(_scored(case)).checks.passed


@pytest.mark.parametrize(("code", "case"), _cases("silent"))
def test_it_says_nothing_where_it_does_not_apply(code, case):
    assert code in audit_form(_scored(case)).checks.not_applicable


@pytest.mark.parametrize(("code", "case"), [*_cases("fires"), *_cases("passes")])
def test_a_check_looks_only_at_what_it_declares(code, case):
    scored = _scored(case)
    check = BY_CODE[code]

    assert tuple(check.run(masked(scored, check.reads))) == tuple(check.run(scored))


@pytest.mark.parametrize("code", sorted(BY_CODE))
def test_every_check_has_a_case_that_fires_and_one_that_does_not(code):
    (path,) = FOLDER.glob(f"{code.lower()}_*.yaml")
    cases = yaml.safe_load(path.read_text(encoding="utf-8"))

    assert cases["fires"]
    assert cases.get("passes") or cases.get("silent")


def test_a_clean_form_has_no_finding_at_all():
    assert audit_form(_scored({"form": {}})).findings == ()
