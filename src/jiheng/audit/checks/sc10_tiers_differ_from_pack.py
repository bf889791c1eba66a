"""SC10 tiers-differ-from-pack."""

from collections.abc import Iterator

from jiheng.audit.check import Outcome, check, fails, passes
from jiheng.audit.facts.stated_rules import STATED_READS, stated_rules
from jiheng.model.citation import Citation
from jiheng.rulebook.pack import Pack
from jiheng.rulebook.phrases import Told, series
from jiheng.scoring.scored import ScoredForm

_SHARE_PER_PERCENT = 100


@check(
    code="SC10",
    name="tiers-differ-from-pack",
    severity="info",
    mend="rule",
    since="0.1.0",
    reads=(*STATED_READS, "pack"),
    sources=(
        Citation(
            title="固原市本级部门项目支出绩效自评表（2024年度）",
            places=("固原",),
            pinpoint="注2：三档分别为100-80%(含)、80-50%(含)、50-0%",
            verified=True,
        ),
    ),
)
def tiers_differ_from_pack(scored: ScoredForm) -> Iterator[Outcome]:
    """The form prints other tiers for qualitative indicators than the rule pack has.

    ## Why it matters
    The clerk followed the form; judged by other tiers, right scores look wrong.

    ## What to do
    Choose the rule pack that fits the form, or ask the finance bureau which text is in force.
    """
    printed = tuple((path, said.tiers) for path, said in stated_rules(scored.form) if said.tiers)
    ruled = _tiers(scored.pack)
    other = tuple((path, tiers) for path, tiers in printed if tiers != ruled)
    if other:
        yield fails(
            *(path for path, _ in other),
            printed=_worded(other[0][1]),
            expected=_worded(ruled),
            pack=scored.pack.named,
        )
    elif printed:
        yield passes(*(path for path, _ in printed))


def _tiers(pack: Pack) -> tuple[int, int]:
    lowest = {band.tier: band.lowest // _SHARE_PER_PERCENT for band in pack.tiers.value}
    return lowest.get("met", 0), lowest.get("partly", 0)


def _worded(tiers: tuple[int, int]) -> Told:
    first, second = tiers
    return series((f"100%–{first}%", f"{first}%–{second}%", f"{second}%–0"))
