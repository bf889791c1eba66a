"""What an audit says to an English reader: Chinese stands only where a form or a pack is quoted."""

from pathlib import Path

import msgspec
import pytest

from jiheng.corpus.documents import Specimen
from jiheng.corpus.planting import ALL_PLANTERS
from jiheng.corpus.planting.documents import planting
from jiheng.pipeline.run import RunResult, audit_paths
from jiheng.rulebook.lexicons import typos
from jiheng.rulebook.loading import PACK_IDS, load_pack
from jiheng.rulebook.spending_standards import spending_standards
from tests.chinese import own_chinese

pytestmark = pytest.mark.no_cover

EXAMPLES = Path(__file__).parents[2] / "examples"
KNOWN = msgspec.json.encode(
    [
        [load_pack(pack).grades.value for pack in PACK_IDS],
        [f"{each.title} {each.pinpoint}" for each in spending_standards()],
        typos().typos,
        "65岁以上",
    ]
).decode()
"""What is quoted besides forms: names of grades, standards by law, right spellings, an age."""


def chinese_of_its_own(result: RunResult, *documents: Specimen) -> list[str]:
    """Return what a run says with Chinese in it that nobody wrote but the program."""
    forms = [*(each.form for each in result.entries), *(each.forms for each in documents)]
    given = KNOWN + msgspec.json.encode(forms).decode()
    return [said for said in sentences(result) if own_chinese(said, given)]


def sentences(result: RunResult) -> list[str]:
    """Return every sentence of a run, and every value that is told in one."""
    run, audits = result.run, [each.audit for each in result.entries]
    findings = [*run.findings, *(found for audit in audits for found in audit.findings)]
    told = [(each.printed, each.expected, each.difference, each.advice) for each in findings]
    return [
        *(each.message for each in findings),
        *(value for each in findings for value in each.values.values()),
        *(text for each in told for text in each if text is not None),
        *(each.message for each in run.passes),
        *(each.message for audit in audits for each in audit.passes),
        *(each.arithmetic for audit in audits for each in audit.items),
        *(sentence for audit in audits for sentence in (*audit.silent, audit.pack_why)),
        *(each.reason for each in (*run.refused, *run.unjudged)),
    ]


@pytest.mark.parametrize("planter", ALL_PLANTERS, ids=lambda planter: planter.code)
@pytest.mark.parametrize("number", [1, 2])
def test_a_form_with_a_defect_is_spoken_of_in_english(planter, number: int, tmp_path: Path):
    documents = planting(planter, number, 4).documents
    for document in documents:
        (tmp_path / document.name).write_bytes(document.data)

    assert chinese_of_its_own(audit_paths((tmp_path,), language="en"), *documents) == []


@pytest.mark.parametrize("pack", [None, *PACK_IDS])
def test_every_pack_speaks_of_the_examples_in_english(pack: str | None):
    assert chinese_of_its_own(audit_paths((EXAMPLES,), pack, language="en")) == []
