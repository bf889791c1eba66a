"""What docs/conformance.md shows its reader is so."""

import json
import re
from pathlib import Path

from jiheng.pipeline.conformance import conform, load_suite

PAGE = (Path(__file__).parents[2] / "docs" / "conformance.md").read_text(encoding="utf-8")
CASE, RESULTS = re.findall(r"^```json\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
SUITE = load_suite()


def test_the_case_is_one_of_the_suite():
    shown = json.loads(CASE)
    (file,) = SUITE.folder.glob("negative.json")
    cases = json.loads(file.read_text(encoding="utf-8"))["cases"]

    assert shown in cases


def test_the_results_all_pass(tmp_path):
    results = tmp_path / "results.json"
    results.write_text(RESULTS, encoding="utf-8")

    run = conform(SUITE, results=results)

    assert (run.passed, run.failed, run.unknown) == (len(json.loads(RESULTS)), 0, ())


def test_the_number_of_cases_is_told_in_both_languages():
    count = str(len(list(SUITE.cases)))

    assert f"有 {count} 道打分题" in PAGE
    assert f"holds {count} questions" in PAGE
