"""The section of docs/accuracy.md on files with pages and pictures."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime

from benchmarks.accuracy.page import percent, total
from benchmarks.accuracy.tally import Tally
from benchmarks.accuracy_pages.kinds import PICTURED, TYPED, Pictured, Typed
from benchmarks.accuracy_pages.readers import Ours
from benchmarks.accuracy_pages.trial import Count, Trial

TITLE = "Files with pages, scans and photos"

_ABOUT = """`make accuracy-pages` makes this section: {forms} made-up forms as they come and {forms} with four times their rows, over all
layouts, as each kind of file; {shots} forms of one page as scans and photos in three degrees of damage (`jiheng.corpus.scanning`:
1 a good machine or a steady hand, 3 an old copier or a quick hand under a lamp, stamps on most); seed {seed}. Reading is told
nothing beforehand. Measured {date:%Y-%m-%d} with the readers of state {state} (a digest of their sources). Fields and their counting are
those of this page; besides:

- **grid exact**: every row, column and span of the table is that of the form. **cells**: at their place, with their
  spans and their text but for blanks; rows and columns are paired by their texts, so that one too many counts once.
- **numbers**: the fields that hold amounts, rates, points, targets and actual values. **right, but doubted**: nobody would have
  needed to look. **refused**: the whole file, with a sentence.
- **CPU**: seconds of the processor for one file, from its bytes to its form, once everything is loaded.
"""

_PEERS = """### Beside other libraries

The same files, in the same run, of the pictures one in three: {versions}. None knows of fields, so they are judged by cells, and by **numbers
in their cell**: those that stand with their right text in the right row and column. rapidocr, from end to end, knows of no cells
either; of it is asked which numbers it finds where the form has them, the true cell told to it. img2table takes the texts of a PDF from its
own text, those of a picture from rapidocr; a picture it may turn upright itself. Each as it comes, on one core; tables of several pages one below the other.

docling 2.143.0 was not measured: it fetches its models when it runs, and its packages (docling-ibm-models 4.0.4, docling-parse 7.23.1) hold none.
"""

_REPEAT = """`make accuracy-pages` installs the peers (`benchmarks/accuracy_pages/peers.txt`) into a Python of their own, `out/peers`, and needs
LibreOffice and Chromium. `python -m benchmarks.accuracy_pages --minutes 8` does a part and goes on where the last one ended;
`--peers out/peers/bin/python` measures the peers too, `--only pdf,scan-1` some kinds, `--worst 30` prints the commonest
misreadings. Files and results lie in `out/accuracy-pages`; what was read before a change of the readers is read again."""

_HEADS = ("files", "forms", "grid exact", "cells", "fields", "in doubt", "silent", "numbers", "in doubt",
          "silent", "right, but doubted", "refused", "CPU")  # fmt: skip
_PEER_HEADS = ("files", "read by", "count", "grid exact", "cells", "numbers in their cell", "gave up",
               "CPU")  # fmt: skip


def section(trials: list[Trial], forms: int, shots: int, seed: int) -> str:
    """Return the section without its title."""
    peers = sorted({_by(trial) for trial in trials if trial.reader != Ours.name})
    ours = [trial for trial in trials if trial.reader == Ours.name]
    state = ", ".join(sorted({trial.version for trial in ours}))
    parts = [
        _ABOUT.format(forms=forms, shots=shots, seed=seed, date=datetime.now(UTC), state=state),
        _table(_HEADS, _own_rows(ours)),
    ]
    if peers:
        parts += [_PEERS.format(versions=", ".join(peers)), _table(_PEER_HEADS, _rows(trials))]
    return "\n".join([*parts, _REPEAT])


def _own_rows(trials: list[Trial]) -> Iterable[tuple[str, ...]]:
    for kind in (*TYPED, *PICTURED):
        for name, those in _by_length(kind, [t for t in trials if t.kind == kind.name]):
            if those:
                yield (name, *_counts(those))


def _by_length(kind: Typed | Pictured, trials: list[Trial]) -> list[tuple[str, list[Trial]]]:
    """Return the trials of a kind, of PDFs those with one page and those with more."""
    if isinstance(kind, Pictured) or kind.suffix != ".pdf":
        return [(kind.title, trials)]
    return [
        (f"{kind.title}: one page", [trial for trial in trials if trial.pages == 1]),
        (f"{kind.title}: several pages", [trial for trial in trials if trial.pages > 1]),
    ]


def _counts(trials: list[Trial]) -> tuple[str, ...]:
    fields = total(trial.fields for trial in trials if trial.fields)
    numbers = total(trial.numbers for trial in trials if trial.numbers)
    return (
        f"{len(trials):,}",
        _share(trials, lambda trial: trial.grid),
        _of(trial.cells for trial in trials),
        *_tally(fields),
        *_tally(numbers),
        percent(numbers.doubted, numbers.fields),
        _some(sum(trial.refused for trial in trials)),
        _seconds(trials),
    )


def _tally(tally: Tally) -> tuple[str, str, str]:
    told = percent(tally.in_doubt + tally.refused, tally.fields)
    silent = f"{tally.silent} of {tally.fields:,}" if tally.silent else "0"
    return percent(tally.right, tally.fields), told, silent


def _rows(trials: list[Trial]) -> Iterable[tuple[str, ...]]:
    for kind in (*TYPED, *PICTURED):
        those = [trial for trial in trials if trial.kind == kind.name]
        asked = {trial.file for trial in those if trial.reader != Ours.name}
        those = [trial for trial in those if trial.file in asked]
        # Ours first, then the libraries in the order of their names.
        for by in sorted({_by(t) for t in those}, key=lambda by: (by != Ours.name, by)):
            own = [trial for trial in those if _by(trial) == by]
            yield (kind.title, by, *_seen(own))


def _seen(trials: list[Trial]) -> tuple[str, ...]:
    knows_cells = any(trial.cells[1] for trial in trials)
    return (
        f"{len(trials):,}",
        _share(trials, lambda trial: trial.grid) if knows_cells else "–",
        _of(trial.cells for trial in trials) if knows_cells else "–",
        _of(trial.placed for trial in trials),
        _some(sum(trial.refused for trial in trials)),
        _seconds(trials),
    )


def _by(trial: Trial) -> str:
    return Ours.name if trial.reader == Ours.name else f"{trial.reader} {trial.version}"


def _share(trials: list[Trial], holds: Callable[[Trial], bool]) -> str:
    return percent(sum(map(holds, trials)), len(trials))


def _of(counts: Iterable[Count]) -> str:
    pairs = list(counts)
    return percent(sum(right for _, right in pairs), sum(whole for whole, _ in pairs))


def _some(count: int) -> str:
    return str(count) if count else "0"


def _seconds(trials: list[Trial]) -> str:
    each = sum(trial.seconds for trial in trials) / len(trials)
    return f"{each:.2f} s" if each >= 1 / 2 else f"{each * 1000:.0f} ms"


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, ("---", *("---:",) * (len(heads) - 1)), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"
