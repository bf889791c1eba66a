"""What is wrong with a rule pack, and the form that shows it."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from jiheng.model.audit import Severity
from jiheng.model.form import Form, Indicator
from jiheng.rulebook.pack import Pack

MONEY = "funds.lines[0].score"
TOTAL = "total.score"


class Fault(Struct, frozen=True, kw_only=True):
    """One fault of a pack.

    Attributes:
        name: of the fault, by the defect: tier-gap.
        about: paths of the pack's values that make it, the one to mend first.
        values: parameters of its sentence.
        witness: a form that shows the fault when it is scored and audited with the pack.
        cells: the scores of the witness to look at.
    """

    name: str
    severity: Severity
    about: tuple[str, ...]
    values: dict[str, str]
    witness: Form
    cells: tuple[str, ...]

    @property
    def keys(self) -> frozenset[str]:
        """The pack's values that make it, without what stands inside them."""
        return frozenset(path.partition(".")[0].partition("[")[0] for path in self.about)


Proof = Callable[[Pack], Iterator[Fault]]
"""Looks at a pack for faults of one sort."""


def shown_by(form: Form, rows: tuple[Indicator, ...]) -> tuple[str, ...]:
    """Return the scores of these rows of a witness."""
    return tuple(f"indicators[{form.indicators.index(row)}].score" for row in rows)
