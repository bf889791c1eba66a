"""VA06 unit-against-name."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.measures import asked_by, is_refused, measure_of
from jiheng.audit.facts.rows import row_cells
from jiheng.model.citation import Citation
from jiheng.model.quantity import Quantity
from jiheng.quantities import parse
from jiheng.rulebook.phrases import phrase
from jiheng.scoring.scored import ScoredForm, ScoredIndicator


@check(
    code="VA06",
    name="unit-against-name",
    severity="warning",
    since="0.1.0",
    reads=(
        "indicators.name",
        "indicators.target",
        "indicators.adjusted_target",
        "indicators.actual",
        "scores",
    ),
    sources=(
        Citation(
            title="绩效指标取值惯例",
            pinpoint="计量单位与指标名称所问的内容相符",
            verified=False,
        ),
    ),
)
def unit_against_name(scored: ScoredForm) -> Iterator[Outcome]:
    """The unit does not fit what the name asks for: a rate in people, a head-count in percent.

    ## Why it matters
    Either the name or the unit is wrong; nobody can tell what was planned.

    ## What to do
    Write the target in the unit that the name asks for, or name what is really measured.
    """
    for row in scored.indicators:
        asked = asked_by(row.row.name)
        field, value = _printing_a_unit(row)
        measure = None if value is None else measure_of(value)
        if asked is None or value is None or measure is None:
            continue
        cell, name = row_cells(row, field, "name")
        if is_refused(measure, asked):
            yield fails(
                cell,
                name,
                printed=value.raw,
                expected=phrase(f"words.measure.{asked.asks}"),
                # In whose unit the other value should be is open while this one is wrong.
                supersedes=("VA05",) if field == "target" else (),
                name=row.row.name,
            )
        else:
            yield passes(cell, name)


def _printing_a_unit(row: ScoredIndicator) -> tuple[str, Quantity | None]:
    """Return the value that prints its unit itself, the target first."""
    for field, value in (("target", row.target), ("actual", row.actual)):
        if parse(value.raw).unit is not None:
            return field, value
    return "target", None
