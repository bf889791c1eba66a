"""AR04 rows-differ-from-heading."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.headings import Heading, headings_of
from jiheng.audit.facts.weights import template_is_wrong
from jiheng.model.citation import Citation
from jiheng.model.points import format_points
from jiheng.rulebook.phrases import Phrase, phrase, series
from jiheng.scoring.scored import ScoredForm


@check(
    code="AR04",
    name="rows-differ-from-heading",
    severity="error",
    since="0.1.0",
    reads=(
        "layout",
        "funds.heading_weight",
        "funds.lines.weight",
        "indicators.level1",
        "indicators.level1_printed",
        "indicators.level1_points",
        "indicators.weight",
        "pack",
    ),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="一级指标标题：产出指标（40分）、效益指标（40分）、满意度指标（20分）",
            verified=True,
        ),
    ),
    supersedes=("AR06",),
)
def rows_differ_from_heading(scored: ScoredForm) -> Iterator[Outcome]:
    """The weights under a first-level heading do not add up to the points printed in it.

    ## Why it matters
    Heading and rows cannot both be right. Where the template itself prints headings that leave no
    room for the execution rate, nobody could fill it in without a contradiction.

    ## What to do
    The unit checks the weights against the approved ones; a wrong template is for its issuer.
    """
    blocks = tuple(
        block for block in headings_of(scored) if block.points is not None and block.weighed
    )
    apart = tuple(block for block in blocks if block.points != block.weight)
    if apart:
        is_template = template_is_wrong(scored)
        cells = tuple(cell for block in apart for cell in block.cells)
        yield fails(
            *cells,
            mend_at=tuple(block.cells[0] for block in apart) if is_template else cells,
            printed=series(_printed(block) for block in apart),
            expected=series(format_points(block.weight) for block in apart),
            mend="template" if is_template else "unit",
            told=series((_told(block) for block in apart), "semicolon"),
        )
    elif blocks:
        yield passes(*(cell for block in blocks for cell in block.cells))


def _printed(block: Heading) -> str:
    return format_points(block.points or 0)


def _told(block: Heading) -> Phrase:
    return phrase(
        "words.heading-told",
        heading=block.printed,
        printed=_printed(block),
        sum=format_points(block.weight),
    )
