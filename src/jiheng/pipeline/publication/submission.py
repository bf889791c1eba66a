"""A form as it goes out: what its card is made of."""

from msgspec import Struct

from jiheng.model.form import Form
from jiheng.model.publication import Done
from jiheng.pipeline.publication.masking import Search


class Sums(Struct, frozen=True, kw_only=True):
    """A form's figures as lists show them, so that a card says the same.

    Attributes:
        budget, executed: in 1/10,000 yuan.
        rate: in 1/10,000.
        printed, low, high: in 1/100 point; low and high by the rules.
        reviewed: lowest and highest, in 1/100 point; None where nobody reviewed it by items.
    """

    budget: int | None = None
    executed: int | None = None
    rate: int | None = None
    printed: int | None = None
    low: int | None = None
    high: int | None = None
    reviewed: tuple[int, int] | None = None


class Submission(Struct, frozen=True, kw_only=True):
    """A form as it goes out.

    Attributes:
        earlier: the form as it was first handed in; None where nothing was changed since.
        search: what is looked for to be masked.
        withheld: names of parts, and paths of rows (``indicators[3]``).
        demanded: code and cell of findings that the unit was told to put right.
    """

    number: str
    version: int
    year: int
    unit: str
    department: str | None
    form: Form
    earlier: Form | None
    sums: Sums
    search: Search
    withheld: frozenset[str]
    history: tuple[Done, ...]
    demanded: frozenset[tuple[str, str]] = frozenset()
