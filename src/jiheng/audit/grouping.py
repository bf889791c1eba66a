"""Which findings have one cause, and which only repeat another one."""

from jiheng.audit.cells import row_of
from jiheng.audit.check import Check, FormCheck, Outcome
from jiheng.model.audit import TOLD_ONCE, Finding

Failure = tuple[Check[FormCheck], Outcome]


def without_superseded(failures: tuple[Failure, ...]) -> tuple[Failure, ...]:
    """Return the failures without those that only repeat another one on the same rows.

    What compares an indicator with the money is of the indicator's row.
    """
    covered: dict[str, set[str]] = {}
    for check, outcome in failures:
        own = check.supersedes if outcome.supersedes is None else outcome.supersedes
        for code in own:
            covered.setdefault(code, set()).update(_rows(outcome))
    return tuple(
        (check, outcome)
        for check, outcome in failures
        if not (rows := _rows(outcome)) or not rows <= covered.get(check.code, set())
    )


def _rows(outcome: Outcome) -> set[str]:
    rows = {row for path in outcome.at if (row := row_of(path))}
    return {row for row in rows if row.startswith("indicators")} or rows


def ties_of(finding: Finding, cause: str | None) -> tuple[str, ...]:
    """Return what ties a finding to others: the cells to mend, and the cause that it names.

    What only informs, or is no fault of the form, stands by itself.
    """
    if finding.severity == "info" or finding.mend in TOLD_ONCE:
        return ()
    return finding.mend_at if cause is None else (*finding.mend_at, f"cause: {cause}")


def group_numbers(ties: tuple[tuple[str, ...], ...]) -> tuple[int, ...]:
    """Return a number from 1 for each finding; findings sharing a tie share it.

    Example:
        >>> group_numbers((("total.score",), ("conclusion",), ("total.score", "form")))
        (1, 2, 1)
    """
    parent = list(range(len(ties)))

    def root(index: int) -> int:
        while parent[index] != index:
            index = parent[index]
        return index

    first_at: dict[str, int] = {}
    for index, cells in enumerate(ties):
        for cell in cells:
            if cell == "form":
                continue
            earlier = first_at.setdefault(cell, index)
            low, high = sorted((root(earlier), root(index)))
            parent[high] = low
    numbers: dict[int, int] = {}
    return tuple(numbers.setdefault(root(i), len(numbers) + 1) for i in range(len(ties)))
