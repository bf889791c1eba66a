"""GO03 benefit-unexplained."""

from collections.abc import Iterator

from jiheng.audit.check import RunOutcome, check
from jiheng.audit.facts.across import Forms, Place, fails_across, of_kind, passes_across
from jiheng.audit.facts.figures import value_of
from jiheng.audit.facts.levels import level2_of
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm

_BENEFITS = frozenset({"economic", "social", "ecological", "lasting"})


@check(
    code="GO03",
    name="benefit-unexplained",
    severity="warning",
    since="0.1.0",
    reads=("kind", "indicators", "scores"),
    sources=(
        Citation(title="财预〔2021〕101号", pinpoint="指标解释、评分标准、来源", verified=False),
    ),
)
def benefit_unexplained(forms: Forms) -> Iterator[RunOutcome]:
    """A benefit is asked for in words, and the column that explains indicators is blank there.

    Only in a goal table that has such a column and explains another indicator in it.

    ## Why it matters
    A benefit without number, formula and source cannot be told from a wish.

    ## What to do
    Say how the benefit is worked out and where its data come from.
    """
    for scored in of_kind(forms, "goal-table"):
        if any(row.row.method for row in scored.indicators):
            yield from _benefits(scored)


def _benefits(scored: ScoredForm) -> Iterator[RunOutcome]:
    for row in scored.indicators:
        if level2_of(row.row) not in _BENEFITS or value_of(row.target) is not None:
            continue
        place = Place(form=scored, row=row)
        if row.row.method:
            yield passes_across(place.cell("method"))
        elif row.target.kind != "date":
            yield fails_across(
                place.cell("target"),
                place.cell("method"),
                printed=row.row.target or "—",
                name=row.row.name,
            )
