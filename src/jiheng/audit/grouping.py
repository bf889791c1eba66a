"""Which findings have one cause: those that would be mended at the same cell."""

from jiheng.audit.cells import row_of
from jiheng.audit.check import Check, FormCheck
from jiheng.model.audit import Finding


def without_superseded(
    findings: tuple[Finding, ...], checks: tuple[Check[FormCheck], ...]
) -> tuple[Finding, ...]:
    """Return the findings without those that only repeat another one on the same rows."""
    covering = {check.code: check.supersedes for check in checks if check.supersedes}
    covered: dict[str, set[str]] = {}
    for finding in findings:
        for code in covering.get(finding.code, ()):
            covered.setdefault(code, set()).update(_rows(finding))
    return tuple(
        finding
        for finding in findings
        if not (rows := _rows(finding)) or not rows <= covered.get(finding.code, set())
    )


def _rows(finding: Finding) -> set[str]:
    return {row for path in finding.at if (row := row_of(path))}


def group_numbers(mend_cells: tuple[tuple[str, ...], ...]) -> tuple[int, ...]:
    """Return a number from 1 for each finding; findings sharing a cell to mend share it.

    Example:
        >>> group_numbers((("total.score",), ("conclusion",), ("total.score", "form")))
        (1, 2, 1)
    """
    parent = list(range(len(mend_cells)))

    def root(index: int) -> int:
        while parent[index] != index:
            index = parent[index]
        return index

    first_at: dict[str, int] = {}
    for index, cells in enumerate(mend_cells):
        for cell in cells:
            if cell == "form":
                continue
            earlier = first_at.setdefault(cell, index)
            low, high = sorted((root(earlier), root(index)))
            parent[high] = low
    numbers: dict[int, int] = {}
    return tuple(numbers.setdefault(root(i), len(numbers) + 1) for i in range(len(mend_cells)))
