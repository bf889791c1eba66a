"""The values of a rule pack as people write them: percents and points."""

from jiheng.cli.language import tell
from jiheng.model.points import format_points
from jiheng.rulebook.pack import (
    Band,
    Execution,
    Grade,
    OverCompletion,
    Reasons,
    Rounding,
    Threshold,
    TierBand,
    Tolerance,
    Weights,
)

_SHARES = {"pass_threshold"}


def worded(name: str, value: object) -> str:
    """Return a pack's value as one would write it in its file.

    Args:
        name: the value's name in the pack, which tells whether an int is a share.
        value: the value.
    """
    if value is None:
        return "—"
    if isinstance(value, tuple):
        return "；".join(worded(name, part) for part in value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    if isinstance(value, int):
        return percent(value) if name in _SHARES else str(value)
    return _structured(value) or str(value)


def percent(share: int) -> str:
    """Return a share in 1/10,000 as a percent.

    Example:
        >>> percent(8000), percent(11155)
        ('80%', '111.55%')
    """
    return f"{format_points(share)}%"


def _structured(value: object) -> str:
    match value:
        case Threshold(low=low, high=high):
            return percent(low) if low == high else f"{percent(low)}–{percent(high)}"
        case Band(at_least=at_least, share=share):
            return f"≥ {percent(at_least)} → {percent(share)}"
        case Grade(name=name, at_least=at_least, synonyms=synonyms):
            return f"{name} ≥ {format_points(at_least)}{_among(synonyms)}"
        case TierBand(tier=tier, lowest=lowest, highest=highest):
            return f"{tell(f'tier-{tier}')} {percent(highest)}–{percent(lowest)}"
        case Weights(execution=execution, level1=level1, total=total):
            named = "，".join(f"{name} {format_points(points)}" for name, points in level1.items())
            return (
                f"{tell('execution')} {format_points(execution)}，{named} / {format_points(total)}"
            )
        case _:
            return _settings(value)


def _settings(value: object) -> str:
    match value:
        case Execution(kind=kind, bands=bands):
            return " ".join([kind, *(_structured(band) for band in bands)])
        case OverCompletion(threshold=threshold, action=action, amount=amount):
            known = "" if threshold is None else f"{_structured(threshold)} "
            return f"{known}{action}{_amount(action, amount)}"
        case Rounding(mode=mode, places=places, order=order):
            return f"{mode} {places}, {order}"
        case Tolerance(points=points, rate=rate):
            return f"{format_points(points)} / {percent(rate)}"
        case Reasons(rate_below=rate):
            return "—" if rate is None else f"< {percent(rate)}"
        case _:
            return ""


def _amount(action: str, amount: int) -> str:
    if action == "deduct-share":
        return f" {percent(amount)}"
    return f" {format_points(amount)}" if action == "deduct-points" else ""


def _among(synonyms: tuple[str, ...]) -> str:
    return f"（{'、'.join(synonyms)}）" if synonyms else ""
