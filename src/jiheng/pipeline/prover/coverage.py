"""Values that a form may well hold and that the printed rule says nothing of."""

from collections.abc import Iterator

from msgspec.structs import replace

from jiheng.audit.facts.score_rule import span
from jiheng.model.form import Form, Indicator
from jiheng.pipeline.prover import witness as forms
from jiheng.pipeline.prover.fault import MONEY, Fault, shown_by
from jiheng.rulebook.pack import Pack
from jiheng.scoring.laws import field_of
from jiheng.scoring.score import score_form
from jiheng.scoring.scored import ScoredItem

CONVENTION = "绩衡"
"""Begins the title of a source that is no rule but what Jiheng does where none is known."""

_LEFT_TO_PEOPLE = ("tier-", "execution-band-or-done", "over-judged")
"""Branches whose interval is the rule itself: people choose inside it."""


def situations() -> tuple[tuple[str, Form, str], ...]:
    """Return what happens on forms: a name, a form, and the score to look at."""
    unmarked = replace(forms.positive(90_00), target="10000人", actual="9000人")
    rows = (
        ("ceiling-exceeded", forms.negative("100", "120")),
        ("zero-ceiling-exceeded", forms.negative("0", "1")),
        ("zero-target-missed", forms.equal("0", "1")),
        ("equal-exceeded", forms.equal("100", "110")),
        ("no-operator", unmarked),
        ("far-above", forms.positive(500_00)),
        ("date-late", forms.dated("2023年11月底前", "2023年12月20日")),
        ("other-words", forms.qualitative("有所提高")),
        ("number-for-words", forms.qualitative("120%")),
        ("blank-actual", replace(forms.positive(0), actual=None)),
    )
    money = (
        ("rate-over-100", forms.Money(executed="12000")),
        ("zero-budget", forms.Money(budget="0", executed="0")),
        ("zero-budget-spent", forms.Money(budget="0", executed="500")),
    )
    return (
        *(_with_row(name, row) for name, row in rows),
        *((name, forms.witness((), line), MONEY) for name, line in money),
    )


def _with_row(name: str, row: Indicator) -> tuple[str, Form, str]:
    form = forms.witness((row,))
    return name, form, shown_by(form, (row,))[0]


def uncovered(pack: Pack, left_open: frozenset[str] = frozenset()) -> Iterator[Fault]:
    """Yield what the printed rule does not cover, each with what Jiheng makes of it.

    Args:
        pack: the rules.
        left_open: values of which the pack says that its printed rule leaves them open.
    """
    for name, form, cell in situations():
        item = next(each for each in score_form(form, pack).items if each.at == cell)
        field = field_of(item.branch, item.kind)
        if not _is_covered(item, pack, field, left_open):
            yield Fault(
                name="uncovered",
                severity="info",
                about=() if field is None else (field,),
                values={"situation": name, "range": span(item.low or 0, item.high or 0)},
                witness=form,
                cells=(cell,),
            )


def _is_covered(item: ScoredItem, pack: Pack, field: str | None, left_open: frozenset[str]) -> bool:
    if field is None or item.law is None or field in left_open:
        return False
    if item.law.title.startswith(CONVENTION) or (
        item.inferred and pack.no_operator.value == "silent"
    ):
        return False
    return item.low == item.high or item.branch.startswith(_LEFT_TO_PEOPLE)
