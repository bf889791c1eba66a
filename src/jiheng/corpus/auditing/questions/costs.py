"""Questions about unit costs that are far from what the same thing costs other units."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from jiheng.audit.facts.figures import money_words
from jiheng.corpus.auditing.questions.distributions import middle
from jiheng.corpus.auditing.questions.question import Member, Question, question
from jiheng.corpus.auditing.questions.register import BLANK, Numbers, Register, grouped, words_of
from jiheng.corpus.auditing.tables import COSTS, read_table
from jiheng.model.decimals import decimal_words
from jiheng.rulebook.corpus_limits import CorpusLimits

_FEN = 100


def unit_cost_apart(folder: Path, register: Register, limits: CorpusLimits) -> Iterator[Question]:
    """Ask where a unit cost is far from the median of the same name, unit, and year."""
    table: Any = read_table(folder, COSTS, "form", "at", "kind", "name", "per", "cost")
    forms = register.positions(table.column("form").combine_chunks())
    names, pers, kinds = (words_of(table.column(name)) for name in ("name", "per", "kind"))
    paths = table.column("at").combine_chunks()
    costs: Numbers = table.column("cost").combine_chunks().fill_null(BLANK).to_numpy()
    known = ((costs > 0) & (names.codes != BLANK)).nonzero()[0]
    keys = (names.codes, pers.codes, kinds.codes, register.years[forms])
    for rows in grouped(known, *(key[known] for key in keys)):
        units = register.units.codes[forms[rows]]
        if len(set(units.tolist()) - {BLANK}) < limits.peers:
            continue
        usual = middle(costs[rows].tolist())
        for row in rows.tolist():
            cost = int(costs[row])
            if _is_apart(cost, usual.median, limits) and usual.is_far(cost, limits.spread):
                form = int(forms[row])
                told = money_words(Fraction(cost, _FEN))
                yield question(
                    "unit-cost-apart",
                    (Member(form=form, at=paths[row].as_py(), value=told),),
                    unit=register.units.of(form),
                    project=register.projects.of(form),
                    name=names.words[names.codes[row]],
                    per=pers.of(row),
                    cost=told,
                    median=money_words(usual.median / _FEN),
                    times=decimal_words(Fraction(cost) / usual.median, 2),
                    count=str(len(rows)),
                )


def _is_apart(cost: int, median: Fraction, limits: CorpusLimits) -> bool:
    return cost >= limits.cost_times * median or cost * limits.cost_times <= median
