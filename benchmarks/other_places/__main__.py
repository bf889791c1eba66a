"""``python -m benchmarks.other_places``: texts of other places, read and compared by set and style."""

import argparse
from collections import Counter
from collections.abc import Iterable

from benchmarks.other_places.texts import SETS, texts
from benchmarks.other_places.trial import Result, tried

COLUMNS = ("right", "in doubt", "refused", "silent")


def main() -> None:
    """Print how much is right, by set and by style; with ``--wrong`` each field that is not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", type=int, action="append", choices=SETS, help="only this set")
    parser.add_argument("--wrong", action="store_true", help="print each field that is not right")
    given = parser.parse_args()
    results = [tried(text) for text in texts(tuple(given.set or SETS))]
    if given.wrong:
        _print_wrong(results)
    print(
        "| texts | fields | right | in doubt | refused | silent |\n|---|---:|---:|---:|---:|---:|"
    )
    for number in sorted({each.text.set_number for each in results}):
        _print_row(f"set {number}", (each for each in results if each.text.set_number == number))
    for style in sorted({each.text.style for each in results}):
        _print_row(style, (each for each in results if each.text.style == style))
    _print_row("all", results)


def _print_row(title: str, results: Iterable[Result]) -> None:
    counts: Counter[str] = Counter()
    for each in results:
        counts += each.counts
    fields = counts.total()
    shares = " | ".join(f"{counts[column] / fields:.2%}" for column in COLUMNS)
    print(f"| {title} | {fields:,} | {shares} |")


def _print_wrong(results: Iterable[Result]) -> None:
    for each in results:
        for name, role, printed, read, fate in each.wrong:
            print(f"{each.text.path.name}  {fate}  {name}  {role}: {printed!r} -> {read!r}")
        for name in each.surplus:
            print(f"{each.text.path.name}  surplus  {name}")


if __name__ == "__main__":
    main()
