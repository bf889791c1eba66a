"""Last year's form → the beginning of this year's: what stays is there, what was done is not."""

from msgspec.structs import replace

from jiheng.model.form import Form, Funds, Indicator, Total


def renewed(form: Form) -> Form:
    """Return the next year's form: whose project it is, its indicators and their weights.

    Money, targets, what was done, scores, reasons and texts belong to the year.
    """
    lines = tuple(
        replace(
            line,
            initial_budget=None,
            adjusted_budget=None,
            executed=None,
            rate=None,
            score=None,
            reason=None,
        )
        for line in form.funds.lines
    )
    return replace(
        form,
        year=None if form.year is None else form.year + 1,
        filled_on=None,
        contact=None,
        funds=Funds(unit=form.funds.unit, heading_weight=form.funds.heading_weight, lines=lines),
        goal=replace(form.goal, expected=None, actual=None),
        goals=tuple(replace(goal, expected=None, actual=None) for goal in form.goals),
        indicators=tuple(_renewed(row) for row in form.indicators),
        total=Total(weight=form.total.weight),
        conclusion=None,
        texts=tuple(replace(text, text=None) for text in form.texts),
        cells={},
        doubts=(),
    )


def carried_over(form: Form, year: int) -> Form:
    """Return the draft of a year from an earlier year's form: its goals and targets to be changed.

    Of a target that was adjusted the adjusted one is the beginning; the rules are chosen anew.
    """
    new = renewed(form)
    rows = (
        replace(row, target=old.adjusted_target or old.target)
        for row, old in zip(new.indicators, form.indicators, strict=True)
    )
    return replace(
        new,
        year=year,
        pack=None,
        goal=replace(new.goal, expected=form.goal.expected),
        goals=tuple(replace(each, actual=None) for each in form.goals),
        indicators=tuple(rows),
    )


def _renewed(row: Indicator) -> Indicator:
    return Indicator(
        level1=row.level1,
        level1_printed=row.level1_printed,
        level1_points=row.level1_points,
        level2=row.level2,
        name=row.name,
        weight=row.weight,
        method=row.method,
        unit=row.unit,
        nature=row.nature,
        is_core=row.is_core,
        goal=row.goal,
    )
