"""What many trials say together."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from benchmarks.scan_reading.trial import Trial, is_number_field

_HEAD = (
    "picture", "grid exact", "cells exact", "fields right", "numbers right", "wrong, in doubt",
    "right, in doubt", "silently wrong", "no form", "CPU a page", "rapidocr: numbers, CPU",
)  # fmt: skip
_LIMITS = (0.9, 0.95, 0.98, 0.99, 0.995)


def table(trials: Sequence[Trial]) -> Iterator[str]:
    """Yield a row for each kind and degree."""
    yield f"| {' | '.join(_HEAD)} |"
    yield "|---" * len(_HEAD) + "|"
    for (kind, degree), group in groupby(sorted(trials, key=_place), key=_place):
        yield _row(f"{kind} {degree}", list(group))


def _place(trial: Trial) -> tuple[str, int]:
    return trial.shown.kind, trial.shown.degree


def _row(name: str, those: list[Trial]) -> str:
    pages = len(those)
    right, doubt, silent = (sum(each.form.numbers[at] for each in those) for at in range(3))
    numbers = max(right + doubt + silent, 1)
    fields = max(sum(sum(each.form.fields) for each in those), 1)
    cells = max(sum(each.table.cells[0] for each in those), 1)
    return (
        f"| {name} | {sum(each.table.is_exact for each in those)} of {pages} "
        f"| {sum(each.table.cells[1] for each in those) / cells:.2%} "
        f"| {sum(each.form.fields[0] for each in those) / fields:.2%} | {right / numbers:.2%} | {doubt} "
        f"| {sum(each.form.doubted for each in those) / numbers:.1%} | {silent} of {numbers} "
        f"| {sum(each.refused for each in those)} "
        f"| {sum(each.seconds for each in those) / pages:.2f} s | {_peer(those)} |"
    )


def _peer(those: list[Trial]) -> str:
    asked = [each for each in those if each.asked is not None]
    wanted, found = (sum(each.asked[at] for each in asked if each.asked) for at in (0, 1))
    seconds = sum(each.peer_seconds for each in asked)
    return f"{found / max(wanted, 1):.1%}, {seconds / len(asked):.1f} s" if asked else "–"


def calibration(trials: Sequence[Trial]) -> Iterator[str]:
    """Yield what each limit of sureness would let pass, and what it would doubt in vain."""
    chances = [chance for trial in trials for chance in trial.table.chances]
    right = [chance for chance, is_right in chances if is_right]
    wrong = [chance for chance, is_right in chances if not is_right]
    yield f"{len(chances)} numbers in cells, {len(wrong)} of them not as printed"
    for limit in _LIMITS:
        passed = sum(chance >= limit for chance in wrong)
        vain = sum(chance < limit for chance in right)
        yield f"sure from {limit}: {passed} wrong without a doubt, {vain} right in doubt"


def misreadings(trials: Sequence[Trial]) -> Iterator[str]:
    """Yield the numbers that are silently wrong."""
    for trial in trials:
        for path, printed, read in trial.form.silent:
            if is_number_field(path):
                shown = trial.shown
                place = f"{shown.kind} {shown.degree}, seed {shown.seed}, page {shown.number}"
                yield f"{place}: {path} {printed!r} → {read!r}"
