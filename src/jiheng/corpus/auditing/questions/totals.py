"""Questions about printed totals: a crowd just above a grade line, averages above one's peers."""

from collections.abc import Iterator
from fractions import Fraction

import numpy as np

from jiheng.corpus.auditing.questions.distributions import Crowd, crowd, middle
from jiheng.corpus.auditing.questions.question import Member, Question, question
from jiheng.corpus.auditing.questions.register import BLANK, Numbers, Register, grouped
from jiheng.model.decimals import decimal_words
from jiheng.model.points import format_points
from jiheng.rulebook.corpus_limits import CorpusLimits
from jiheng.rulebook.phrases import Told, phrase

_POINT = 100
_PERCENT = 100
_ALL = np.int64(0)


def bunched_at_line(register: Register, limits: CorpusLimits) -> Iterator[Question]:
    """Ask where more forms than expected stand just above a grade line.

    Looked at are the forms of a year: all of them, those of a region, those of a department.
    """
    scored = np.where(register.totals == BLANK, BLANK, _ALL)
    regions, departments = register.regions, register.departments
    for forms in register.groups(scored, register.years):
        yield from _bunched(register, forms, phrase("corpus_audit.all-forms"), limits)
    if len(regions.words) > 1:
        for forms in register.groups(scored, register.years, regions.codes):
            yield from _bunched(register, forms, regions.of(int(forms[0])), limits)
    if len(departments.words) > 1:
        for forms in register.groups(scored, register.years, departments.codes):
            yield from _bunched(register, forms, departments.of(int(forms[0])), limits)


def _bunched(
    register: Register, forms: Numbers, whose: Told, limits: CorpusLimits
) -> Iterator[Question]:
    totals = register.totals[forms]
    for line in limits.lines:
        found = _crowd(totals, line * _POINT)
        is_many = found.near >= limits.crowd_fewest
        is_large = found.excess * _PERCENT >= limits.crowd_share * found.near
        if is_many and is_large and found.is_beyond(limits.crowd_deviations):
            above = (totals >= line * _POINT) & (totals < (line + 1) * _POINT)
            yield question(
                "bunched-at-line",
                _with_totals(register, forms[above]),
                whose=whose,
                year=str(register.years[forms[0]]),
                line=str(line),
                under=str(line - 1),
                over=str(line + 1),
                below=str(found.below),
                above=str(found.above),
                expected=decimal_words(found.expected, 1),
            )


def _crowd(totals: Numbers, line: int) -> Crowd:
    near = totals[(totals >= line - 2 * _POINT) & (totals < line + 2 * _POINT)]
    return crowd(near.tolist(), line, _POINT)


def average_above_peers(register: Register, limits: CorpusLimits) -> Iterator[Question]:
    """Ask where a unit's average stands far above those of the other units of year and region."""
    scored = np.where(register.totals == BLANK, BLANK, _ALL)
    for forms in register.groups(scored, register.years, register.regions.codes):
        units = _large_units(register, forms, limits)
        means = [_mean(register.totals[each]) for each in units]
        if len(units) < limits.peers:
            continue
        usual = middle(means)
        for unit, mean in zip(units, means, strict=True):
            is_much = mean - usual.median >= limits.average_points * _POINT
            if is_much and usual.is_far(mean, limits.spread):
                yield question(
                    "average-above-peers",
                    _with_totals(register, unit),
                    unit=register.units.of(int(unit[0])),
                    year=str(register.years[unit[0]]),
                    count=str(len(unit)),
                    mean=_points(mean),
                    median=_points(usual.median),
                    peers=str(len(units)),
                )


def totals_all_alike(register: Register, limits: CorpusLimits) -> Iterator[Question]:
    """Ask where all forms of a unit in a year have one and the same total."""
    scored = np.where(register.totals == BLANK, BLANK, _ALL)
    for forms in register.groups(scored, register.years, register.units.codes):
        totals = register.totals[forms]
        if len(forms) >= limits.average_forms and totals.min() == totals.max():
            yield question(
                "totals-all-alike",
                _with_totals(register, forms),
                unit=register.units.of(int(forms[0])),
                year=str(register.years[forms[0]]),
                count=str(len(forms)),
                total=format_points(int(totals[0])),
            )


def _large_units(register: Register, forms: Numbers, limits: CorpusLimits) -> list[Numbers]:
    """Return the forms of each unit that has filed enough of them."""
    known = forms[register.units.codes[forms] != BLANK]
    units = grouped(known, register.units.codes[known])
    return [unit for unit in units if len(unit) >= limits.average_forms]


def _mean(totals: Numbers) -> Fraction:
    return Fraction(int(totals.sum()), len(totals))


def _points(hundredths: Fraction) -> str:
    return decimal_words(hundredths / _POINT, 2)


def _with_totals(register: Register, forms: Numbers) -> tuple[Member, ...]:
    return tuple(
        Member(form=form, at="total.score", value=format_points(int(register.totals[form])))
        for form in forms.tolist()
    )
