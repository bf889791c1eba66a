"""XI23 benefit-restates-output."""

from collections.abc import Iterator
from fractions import Fraction

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.counts import is_countable
from jiheng.audit.facts.figures import value_of
from jiheng.audit.facts.levels import level2_of
from jiheng.audit.facts.names import bare_name
from jiheng.audit.facts.objects import are_about_one_thing, object_of
from jiheng.audit.facts.rows import row_cells
from jiheng.audit.facts.similarity import are_alike
from jiheng.model.citation import Citation
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

_OUTPUTS = frozenset({"quantity", "quality"})
_BENEFITS = frozenset({"economic", "social", "ecological", "lasting"})
_ALIKE = Fraction(90, 100)
_SHORTEST = 4
"""Objects of two or three characters are alike by chance: 参保, 培训."""


@check(
    code="XI23",
    name="benefit-restates-output",
    severity="info",
    since="0.1.0",
    reads=(
        "indicators.name",
        "indicators.level1",
        "indicators.level2",
        "indicators.target",
        "indicators.adjusted_target",
        "scores",
    ),
    sources=(Citation(title="财预〔2015〕88号", pinpoint="绩效目标审核：相关性", verified=False),),
)
def benefit_restates_output(scored: ScoredForm) -> Iterator[Outcome]:
    """A benefit measures what an output measures already.

    Their names speak of one object in nearly the same words, or both ask for and report one and
    the same count of it. The same name twice is told by XI12.

    ## How sure
    Labelled pairs in `tests/audit/labelled/xi23.yaml`: 19 told, 19 rightly, 3 missed.

    ## Why it matters
    A benefit is what came of the work. Telling the work twice earns points twice.

    ## What to do
    Ask what changed for the people or the place because of the work, and measure that.
    """
    outputs = tuple(row for row in scored.indicators if level2_of(row.row) in _OUTPUTS)
    for row in scored.indicators:
        if level2_of(row.row) not in _BENEFITS or not outputs:
            continue
        twin = next((output for output in outputs if _restates(row, output)), None)
        if twin is None:
            yield passes(*row_cells(row, "name"))
        else:
            yield fails(
                *row_cells(row, "name", "target"),
                *row_cells(twin, "name", "target"),
                mend_at=row_cells(row, "name"),
                printed=row.row.name,
                expected=twin.row.name,
            )


def _restates(benefit: ScoredIndicator, output: ScoredIndicator) -> bool:
    if bare_name(benefit.row.name) == bare_name(output.row.name):
        return False
    one, other = object_of(benefit.row.name), object_of(output.row.name)
    is_long = min(len(one), len(other)) >= _SHORTEST
    is_alike = sorted(one) == sorted(other) or are_alike(one, other, _ALIKE)
    return (is_long and is_alike) or _same_count(benefit, output)


def _same_count(benefit: ScoredIndicator, output: ScoredIndicator) -> bool:
    """Whether both ask for one count of one thing, and report the same."""
    values = (value_of(benefit.target), value_of(benefit.actual))
    return (
        all(values)
        and values == (value_of(output.target), value_of(output.actual))
        and is_countable(benefit.target, output.target)
        and are_about_one_thing(benefit.row.name, output.row.name)
    )
