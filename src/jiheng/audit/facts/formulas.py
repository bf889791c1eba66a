"""A target that is a formula of one unknown sum, solved from the money of the form."""

import re
import unicodedata
from fractions import Fraction

from msgspec import Struct

from jiheng.audit.cells import indicator_cell
from jiheng.audit.facts.execution import executed_cell
from jiheng.audit.facts.figures import money_of, money_words, value_of
from jiheng.audit.facts.names import share_a_word
from jiheng.model.decimals import decimal_words
from jiheng.rulebook.lexicons import goals
from jiheng.rulebook.phrases import Told, phrase
from jiheng.rulebook.policies import Plausible, plausible
from jiheng.scoring.scored import ScoredForm, ScoredIndicator

_TERM = re.compile(r"([*×/÷]?)([^*×/÷]+)")
_NUMBER = re.compile(r"\d{1,12}(?:\.\d{1,6})?")
_WORD = re.compile(r"[\u4e00-\u9fff]{2,20}")
_HUNDRED_MILLION = 100_000_000


class Solved(Struct, frozen=True, kw_only=True):
    """What the unknown sum of a formula must have been.

    Attributes:
        at: the cells that it was worked out from.
        arithmetic: as one would write it.
        per_head: the sum by each of the people counted in the form, in yuan, with its wording.
        range: between which amounts one person's share lies, where the register knows it.
    """

    at: tuple[str, ...]
    arithmetic: Told
    per_head: Fraction | None = None
    per_head_words: Told = ""
    range: Plausible | None = None

    @property
    def is_plausible(self) -> bool | None:
        """Whether a person's share lies in the range; None where nobody knows one."""
        if self.per_head is None or self.range is None:
            return None
        return self.range.least <= self.per_head <= self.range.most


def factored(formula: str) -> tuple[str, Fraction, str] | None:
    """Return the one unknown of a product, what it is multiplied by, and that as it was written.

    Example:
        >>> unknown, factor, words = factored("全年缴费金额*10%*1/3") or ("", 0, "")
        >>> unknown, str(factor), words
        ('全年缴费金额', '1/30', '10% × 1/3')
    """
    plain = unicodedata.normalize("NFKC", formula).replace(" ", "")
    unknown, factor, words = None, Fraction(1), ""
    for sign, term in _TERM.findall(plain):
        number = _factor(term)
        if number is None:
            if unknown is not None or sign in {"/", "÷"} or not _WORD.fullmatch(term):
                return None
            unknown = term
        elif sign in {"/", "÷"}:
            if not number:
                return None
            factor, words = factor / number, f"{words}/{term}"
        else:
            factor, words = factor * number, f"{words} × {term}" if words else term
    return None if unknown is None or not factor or not words else (unknown, factor, words)


def _factor(term: str) -> Fraction | None:
    digits = term.removesuffix("%")
    if not _NUMBER.fullmatch(digits):
        return None
    return Fraction(digits) / (100 if term.endswith("%") else 1)


def solve(row: ScoredIndicator, scored: ScoredForm) -> Solved | None:
    """Return the unknown sum of a row's formula, from the money that was spent by it."""
    found, spent = factored(row.target.normalised or row.target.raw), value_of(scored.executed)
    if found is None or not spent:
        return None
    unknown, factor, words = found
    whole = spent / factor
    cells = (indicator_cell(row.index, "target"), executed_cell(scored))
    arithmetic = phrase(
        "words.solved", unknown=unknown, spent=_money(spent), factor=words, whole=_money(whole)
    )
    heads = _heads(unknown, scored)
    if heads is None:
        return Solved(at=cells, arithmetic=arithmetic)
    count = value_of(heads.actual) or Fraction(0)
    per_head = whole / count
    return Solved(
        at=(*cells, indicator_cell(heads.index, "actual")),
        arithmetic=arithmetic,
        per_head=per_head,
        per_head_words=phrase(
            "words.heads",
            count=decimal_words(count, 0),
            share=money_of(Fraction(decimal_words(per_head, 0)), "元"),
        ),
        range=_range(unknown, scored.form.project.name or ""),
    )


def _heads(unknown: str, scored: ScoredForm) -> ScoredIndicator | None:
    """Return the one row that counts the people whose sum it is."""
    rows = [
        row
        for row in scored.indicators
        if row.actual.dimension == "people"
        and (value_of(row.actual) or 0) > 0
        and share_a_word(unknown, row.row.name, goals().idle)
    ]
    return rows[0] if len(rows) == 1 else None


def _range(unknown: str, project: str) -> Plausible | None:
    return next(
        (
            one
            for one in plausible()
            if one.quantity in unknown and all(word in project for word in one.project)
        ),
        None,
    )


def _money(yuan: Fraction) -> Told:
    if yuan >= _HUNDRED_MILLION:
        return money_of(
            Fraction(decimal_words(yuan / _HUNDRED_MILLION, 4)) * _HUNDRED_MILLION, "亿元"
        )
    return money_words(yuan)
