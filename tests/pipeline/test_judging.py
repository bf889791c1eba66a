"""A form at hand is judged with what proves its points, where somebody looks at that."""

from jiheng.model.papers import FormPapers, ListSeen, PaperSeen, RowPaper
from jiheng.pipeline.judging import judge
from tests.audit.forms import build

LISTED = RowPaper(
    row="indicators[0]",
    name="名单.csv",
    seen=PaperSeen(kind="document", lists=(ListSeen(rows=120, people=120),)),
)
PROOF = {"CF17", "CF18"}


def judged(papers):
    return judge(build({}), "cn-2020-10", papers=papers)


def codes(papers):
    return {each.code for each in judged(papers).audit.findings} & PROOF


def test_nobody_who_looks_at_no_papers_is_told_of_any():
    assert judged(None).audit.proofs is None


def test_papers_that_nobody_asks_for_are_shown_and_no_finding():
    assert judged(FormPapers(papers=(LISTED,))).audit.proofs.supported == "30"
    assert codes(FormPapers(papers=(LISTED,))) == set()


def test_papers_that_are_asked_for_are_findings_where_they_lack():
    assert codes(FormPapers(are_asked=True)) >= {"CF18"}
