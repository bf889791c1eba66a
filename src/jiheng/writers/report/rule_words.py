"""The rule that a score rests on, as a sentence: what a pack's value means on paper."""

from collections.abc import Callable

from jiheng.model.points import format_points
from jiheng.rulebook.messages import say
from jiheng.rulebook.pack import Band, Pack
from jiheng.scoring.figures import share_text
from jiheng.scoring.laws import field_of
from jiheng.scoring.scored import ScoredItem

_Writer = Callable[[Pack], dict[str, str]]


def rule_field(item: ScoredItem) -> str | None:
    """Return the value of the pack that a score rests on; None where no rule could be applied."""
    return field_of(item.branch, item.kind)


def rule_words(item: ScoredItem, pack: Pack, language: str) -> str:
    """Return the sentence of the rule that was applied to a score."""
    field = rule_field(item)
    if field is None:
        return say("card.rule.none", language)
    writer = _WRITERS.get(field)
    values = {} if writer is None else writer(pack)
    return say(f"card.rule.{field}-{_choice(field, pack)}", language, **values)


def _choice(field: str, pack: Pack) -> str:
    """Which of the manners that the value may have is this pack's."""
    match field:
        case "pass_threshold":
            if pack.pass_threshold.value is None:
                return "none"
            return "rescaled" if pack.above_pass is None else pack.above_pass.value
        case "execution":
            return pack.execution.value.kind
        case "over_completion":
            return pack.over_completion.value.action
        case "tiers" | "satisfaction_bands" | "cost_limit" | "total_ceilings":
            return "set"
        case _:
            return str(getattr(pack, field).value)


def _threshold(pack: Pack) -> dict[str, str]:
    return {"line": share_text(pack.pass_threshold.value or 0)}


def _tiers(pack: Pack) -> dict[str, str]:
    return {
        each.tier: f"{share_text(each.lowest)}–{share_text(each.highest)}"
        for each in pack.tiers.value
    }


def _over(pack: Pack) -> dict[str, str]:
    rule = pack.over_completion.value
    ends = () if rule.threshold is None else (rule.threshold.low, rule.threshold.high)
    return {
        "line": "–".join(dict.fromkeys(share_text(end) for end in ends)) or "—",
        "points": format_points(rule.amount),
        "share": share_text(rule.amount),
    }


def _execution(pack: Pack) -> dict[str, str]:
    return {"bands": _bands(pack.execution.value.bands)}


def _satisfaction(pack: Pack) -> dict[str, str]:
    return {"bands": _bands(pack.satisfaction_bands.value if pack.satisfaction_bands else ())}


def _cost(pack: Pack) -> dict[str, str]:
    return {"points": format_points(pack.cost_limit.value.points if pack.cost_limit else 0)}


def _bands(bands: tuple[Band, ...]) -> str:
    return " / ".join(f"≥{share_text(each.at_least)}: {share_text(each.share)}" for each in bands)


_WRITERS: dict[str, _Writer] = {
    "pass_threshold": _threshold,
    "tiers": _tiers,
    "over_completion": _over,
    "execution": _execution,
    "satisfaction_bands": _satisfaction,
    "cost_limit": _cost,
}
