"""SC19 stated-method-differs."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.stated_rules import STATED_READS, stated_rules
from jiheng.model.citation import Citation
from jiheng.rulebook.phrases import phrase
from jiheng.scoring.scored import ScoredForm


@check(
    code="SC19",
    name="stated-method-differs",
    severity="info",
    mend="rule",
    since="0.1.0",
    reads=(*STATED_READS, "pack"),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="得分计算方法；注3",
            verified=True,
        ),
    ),
)
def stated_method_differs(scored: ScoredForm) -> Iterator[Outcome]:
    """The method that the form prints is not the one of the rule pack.

    ## Why it matters
    The clerk followed the form; judged by another method, right scores look wrong.

    ## What to do
    Choose the rule pack that fits the form.
    """
    yield from _negative(scored)
    yield from _execution(scored)


def _negative(scored: ScoredForm) -> Iterator[Outcome]:
    said = tuple((path, rule.negative) for path, rule in stated_rules(scored.form) if rule.negative)
    ruled = scored.pack.negative.value
    other = tuple((path, names) for path, names in said if ruled not in names)
    if other:
        yield fails(
            *(path for path, _ in other),
            message="fails-negative",
            printed=phrase(f"words.method.{other[0][1][0]}"),
            expected=phrase(f"words.method.{ruled}"),
            pack=scored.pack.named,
        )
    elif said:
        yield passes(*(path for path, _ in said))


def _execution(scored: ScoredForm) -> Iterator[Outcome]:
    said = tuple(path for path, rule in stated_rules(scored.form) if rule.is_linear)
    if not said:
        return
    if scored.pack.execution.value.kind == "linear":
        yield passes(*said)
    else:
        yield fails(
            *said,
            message="fails-execution",
            printed=phrase("words.method.linear"),
            expected=phrase("words.method.bands"),
            pack=scored.pack.named,
        )
