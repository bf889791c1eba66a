"""The values of a pack as its file writes them."""

from typing import cast

from jiheng.model.points import format_points
from jiheng.rulebook.limits import Ceiling, CostLimit
from jiheng.rulebook.pack import (
    Band,
    Execution,
    Grade,
    OverCompletion,
    Pack,
    Reasons,
    Rounding,
    Sourced,
    Threshold,
    TierBand,
    Tolerance,
    Weights,
)
from jiheng.scoring.figures import share_text

NONE = "none"


def values_of(pack: Pack) -> dict[str, Sourced[object]]:
    """Return every value of a pack by the name under which it is written; checks by code."""
    named = {name: getattr(pack, name) for name in pack.__struct_fields__}
    named |= {f"checks.{code}": value for code, value in pack.checks.items()}
    return {name: value for name, value in named.items() if isinstance(value, Sourced)}


def written(value: object) -> str:
    """Return a value as one line of YAML.

    Example:
        >>> written(Tolerance(points=1, rate=5)), written(None)
        ('{points: 0.01, rate: 0.05%}', 'none')
    """
    match value:
        case None:
            return NONE
        case tuple():
            rows = cast("tuple[object, ...]", value)
            return f"[{', '.join(map(written, rows))}]"
        case int():
            return share_text(value)
        case str():
            return value
        case _:
            return _fields(_structured(value))


def _structured(value: object) -> dict[str, str]:
    match value:
        case Band(at_least=at_least, share=share):
            return {"from": share_text(at_least), "share": share_text(share)}
        case TierBand(tier=tier, lowest=lowest, highest=highest):
            return {"tier": tier, "from": share_text(lowest), "to": share_text(highest)}
        case Grade():
            return _grade(value)
        case Weights(execution=execution, total=total, level1=level1):
            points = {name: format_points(each) for name, each in level1.items()}
            fields = {} if execution is None else {"execution": format_points(execution)}
            fields["total"] = format_points(total)
            return fields | ({"level1": _fields(points)} if points else {})
        case Reasons(rate_below=below, cited=cited):
            return {"rate_below": written(below), "cited": _truth(cited)}
        case _:
            return _settings(value)


def _settings(value: object) -> dict[str, str]:
    match value:
        case Ceiling(below=below, most=most):
            return {"below": share_text(below), "most": format_points(most)}
        case CostLimit(points=points, default_rows=default_rows):
            return {"points": format_points(points), "default_rows": _truth(default_rows)}
        case Execution(kind=kind, capped=capped, done_is_full=done, bands=bands):
            fields = {"kind": kind, "capped": _truth(capped)}
            return fields | (
                {"done_is_full": _truth(done), "bands": written(bands)} if bands else {}
            )
        case Rounding(mode=mode, places=places, order=order, rate_places=rate_places):
            fields = {"mode": mode, "places": str(places), "order": order}
            return fields | ({"rate_places": str(rate_places)} if order == "rate-first" else {})
        case Tolerance(points=points, rate=rate):
            return {"points": format_points(points), "rate": share_text(rate)}
        case OverCompletion(threshold=threshold):
            return {"threshold": written_threshold(threshold), "action": written_action(value)}
        case _:
            raise TypeError(type(value).__name__)


def written_threshold(threshold: Threshold | None) -> str:
    """Return an over-completion threshold: a percent, two percents it lies between, or none."""
    if threshold is None:
        return NONE
    low, high = share_text(threshold.low), share_text(threshold.high)
    return high if low == high else f"[{low}, {high}]"


def written_action(over: OverCompletion) -> str:
    """Return what over-completion leads to."""
    if over.action == "deduct-share":
        return _fields({"deduct": share_text(over.amount)})
    if over.action == "deduct-points":
        return _fields({"deduct": format_points(over.amount)})
    return over.action


def _grade(grade: Grade) -> dict[str, str]:
    top = "100" if grade.below is None else format_points(grade.below)
    fields = {"name": grade.name, "from": format_points(grade.at_least), "to": top}
    return fields | ({"synonyms": f"[{', '.join(grade.synonyms)}]"} if grade.synonyms else {})


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _fields(fields: dict[str, str]) -> str:
    return f"{{{', '.join(f'{name}: {text}' for name, text in fields.items())}}}"
