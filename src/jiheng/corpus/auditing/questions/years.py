"""Questions about targets that ask for less than those of the year before."""

from collections.abc import Callable, Iterator

from jiheng.audit.cells import indicator_cell
from jiheng.audit.facts.names import bare_name
from jiheng.audit.years.comparison import RowStep, compare
from jiheng.corpus.auditing.questions.question import Member, Question, question
from jiheng.corpus.auditing.questions.register import Numbers, Register
from jiheng.model.form import Form
from jiheng.rulebook.phrases import phrase
from jiheng.rulebook.years import thresholds

Fetch = Callable[[frozenset[str]], Iterator[Form]]
"""Forms by their ids, in any order."""
_TOGETHER = 10_000


def target_softened(register: Register, fetch: Fetch) -> Iterator[Question]:
    """Ask where a project's targets ask for less than its own of the year before.

    A project is one of the same unit and name; with two forms in a year nobody knows which
    follows which.
    """
    steps = list(_steps(register))
    for start in range(0, len(steps), _TOGETHER):
        part = steps[start : start + _TOGETHER]
        wanted = {form for step in part for form in step}
        forms = {form.id: form for form in fetch(frozenset(map(register.id_of, wanted)))}
        for before, now in part:
            earlier, later = forms.get(register.id_of(before)), forms.get(register.id_of(now))
            if earlier is not None and later is not None:
                yield from _softened(register, (before, now), (earlier, later))


def _steps(register: Register) -> Iterator[tuple[int, int]]:
    """Yield the form of a year and that of the next, of one project."""
    for forms in register.groups(register.units.codes, register.projects.codes):
        by_year = _by_year(register, forms)
        for year, form in by_year.items():
            if year + 1 in by_year:
                yield form, by_year[year + 1]


def _by_year(register: Register, forms: Numbers) -> dict[int, int]:
    """Return the only form of each year."""
    years = register.years[forms].tolist()
    return {
        year: form
        for year, form in zip(years, forms.tolist(), strict=True)
        if years.count(year) == 1 and year > 0
    }


def _softened(
    register: Register, at: tuple[int, int], forms: tuple[Form, Form]
) -> Iterator[Question]:
    before, now = forms
    softer = compare(before, now, thresholds()).softer
    if softer:
        yield question(
            "target-softened",
            tuple(_member(step, at[1], forms) for step in softer),
            unit=register.units.of(at[1]),
            project=register.projects.of(at[1]),
            year=str(now.year),
            count=str(len(softer)),
            first=bare_name(now.indicators[softer[0].now].name),
        )


def _member(step: RowStep, form: int, forms: tuple[Form, Form]) -> Member:
    before, now = forms[0].indicators[step.before], forms[1].indicators[step.now]
    value = phrase(
        "corpus_audit.from-to", name=now.name, before=before.target or "", now=now.target or ""
    )
    return Member(form=form, at=indicator_cell(step.now, "target"), value=value)
