"""The register's formulas: by which a document says how much a subsidy comes to."""

import re
from collections import Counter
from fractions import Fraction
from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from jiheng.model.citation import Citation

_YUAN = Counter({"元": 1})


class Term(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One factor of a product.

    Attributes:
        value: ``2``, ``10%`` or ``1/3``; None for what a form or a ledger has to give.
        unit: as ``元/人*月``; "" for a bare number.
        marks: words that stand in the name of the indicator that gives it.
        measures: ready measures that give it, the better one first.
    """

    name: str
    value: str | None = None
    unit: str = ""
    marks: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()

    @property
    def amount(self) -> Fraction | None:
        """The fixed value, or None."""
        if self.value is None:
            return None
        number = Fraction(self.value.removesuffix("%"))
        return number / 100 if self.value.endswith("%") else number


class Share(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one level of government bears, in parts of all ``parts`` together."""

    payer: str
    parts: int


class Formula(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How much a subsidy comes to.

    Attributes:
        project: all of these words stand in the project's name.
        terms: are multiplied.
        less: their product is taken off; what is left is never below 0.
        shares: who bears it; () for one payer.
        payer: whose share the project spends; None for the whole.
    """

    id: str
    name: str
    places: tuple[str, ...] = ()
    project: tuple[str, ...]
    terms: tuple[Term, ...]
    less: tuple[Term, ...] = ()
    shares: tuple[Share, ...] = ()
    payer: str | None = None
    note: str = ""
    source: Citation

    def is_for(self, project: str) -> bool:
        """Whether a project of this name is paid by it."""
        return all(word in project for word in self.project)

    def holds_in(self, places: tuple[str, ...]) -> bool:
        """Whether its document holds in one of the places."""
        return not self.places or not set(self.places).isdisjoint(places)

    @property
    def open_terms(self) -> tuple[Term, ...]:
        """The terms that a form or a ledger has to give."""
        return tuple(term for term in (*self.terms, *self.less) if term.value is None)


class BadFormula(ValueError):
    """A formula of the register does not come out in yuan: a mistake of who wrote it."""


def powers(unit: str) -> Counter[str]:
    """Return the powers of a unit's parts.

    Example:
        >>> sorted(powers("元/人*月").items()), dict(powers("人月"))
        ([('人', -1), ('元', 1), ('月', -1)], {'人': 1, '月': 1})
    """
    above, _, below = unit.replace("人月", "人*月").partition("/")
    found: Counter[str] = Counter()
    for words, power in ((above, 1), (below, -1)):
        for word in filter(None, re.split(r"[*·/]", words)):
            found[word] += power
    return found


@cache
def formulas() -> tuple[Formula, ...]:
    """Return the formulas of the register.

    Raises:
        BadFormula: the units of one do not come out in yuan, or its payer bears no share.
    """
    path = files("jiheng.rulebook") / "policies" / "formulas.yaml"
    found = msgspec.yaml.decode(path.read_bytes(), type=dict[str, tuple[Formula, ...]])
    for formula in found["formulas"]:
        check_formula(formula)
    return found["formulas"]


def check_formula(formula: Formula) -> None:
    """Refuse a formula whose units do not come out in yuan, or whose payer bears no share.

    Raises:
        BadFormula: names it.
    """
    sides = (formula.terms, formula.less) if formula.less else (formula.terms,)
    for terms in sides:
        unit: Counter[str] = Counter()
        for term in terms:
            unit.update(powers(term.unit))
        if {word: power for word, power in unit.items() if power} != _YUAN:
            raise BadFormula(formula.id)
    payers = {share.payer for share in formula.shares}
    if formula.payer is not None and formula.payer not in payers:
        raise BadFormula(formula.id)
