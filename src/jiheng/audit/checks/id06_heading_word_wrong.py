"""ID06 heading-word-wrong."""

from collections.abc import Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.headings import Heading, headings_of
from jiheng.model.citation import Citation
from jiheng.rulebook.phrases import series
from jiheng.scoring.scored import ScoredForm

KEY_WORDS = {
    "产出指标": ("产出",),
    "效益指标": ("效益", "效果", "影响"),
    "满意度指标": ("满意",),
    "成本指标": ("成本",),
}


@check(
    code="ID06",
    name="heading-word-wrong",
    severity="info",
    mend="template",
    since="0.1.0",
    reads=(
        "indicators.level1",
        "indicators.level1_printed",
        "indicators.level1_points",
        "indicators.weight",
    ),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="效益指标各行的一级指标印作“绩效指标（40分）”",
            verified=True,
        ),
    ),
)
def heading_word_wrong(scored: ScoredForm) -> Iterator[Outcome]:
    """A first-level heading is printed with a word that means something else.

    ## Why it matters
    绩效指标 is the name of all indicators; used for the benefits, it hides which are meant.

    ## What to do
    Tell whoever issues the template; in the form itself, nothing.
    """
    blocks = tuple(block for block in headings_of(scored) if block.meant in KEY_WORDS)
    wrong = tuple(block for block in blocks if not _says(block))
    if wrong:
        yield fails(
            *(indicator_cell(block.rows[0], "level1_printed") for block in wrong),
            printed=series(block.printed for block in wrong),
            expected=series(block.meant for block in wrong),
        )
    elif blocks:
        yield passes(*(indicator_cell(block.rows[0], "level1_printed") for block in blocks))


def _says(block: Heading) -> bool:
    return any(word in block.printed for word in KEY_WORDS[block.meant])
