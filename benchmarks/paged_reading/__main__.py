"""``python -m benchmarks.paged_reading``: forms printed as PDF, read back and compared.

Made-up forms over all layouts are printed by our writer, by LibreOffice from our docx and xlsx, and
by Chromium from our html; the truth is the form itself. A cell is right where its place, its spans
and its text but for blanks are; a field where all its characters are. A wrong field is silent where
no doubt names it. Times are CPU seconds of reading alone.
"""

from argparse import ArgumentParser
from pathlib import Path
from time import process_time

from benchmarks.accuracy.page import percent, total
from benchmarks.accuracy.tally import most_frequent
from benchmarks.paged_reading.printing import PRODUCERS, Subject, printed, subjects
from benchmarks.paged_reading.trial import Trial, tried


def main() -> None:
    """Print a row for each producer and number of pages."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--producer", default=",".join(PRODUCERS))
    parser.add_argument("--forms", type=int, default=52)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--times", type=int, default=4, help="rows, as many times the usual ones")
    parser.add_argument("--made", type=Path, help="keep the PDFs here, and take them from here")
    parser.add_argument("--failures", type=Path, help="leave what was misread here")
    parser.add_argument("--worst", type=int, default=0, help="print so many misreadings")
    given = parser.parse_args()
    forms = tuple(subjects(given.forms, given.seed, given.times))
    print("| printed by | pages | forms | cells | wrong | exact | silent | fields | exact "
          "| right, in doubt | in doubt | silent | CPU a form |")  # fmt: skip
    print("|---|" + "---:|" * 12)
    for producer in given.producer.split(","):
        pdfs = _pdfs(
            forms, producer, given.made and given.made / f"{producer}-{given.seed}-{given.times}"
        )
        started = process_time()
        trials = [tried(form, pdf) for form, pdf in zip(forms, pdfs, strict=True)]
        seconds = (process_time() - started) / len(forms)
        for several in (False, True):
            rows = [trial for trial in trials if (trial.pages > 1) == several]
            if rows:
                print(_row(PRODUCERS[producer], rows, several=several, seconds=seconds))
        _print_worst(trials, given.worst)
        if given.failures:
            _leave(given.failures / producer, trials, pdfs)


def _pdfs(forms: tuple[Subject, ...], producer: str, folder: Path | None) -> list[bytes]:
    """Return the PDFs of a producer, those of an earlier run where they were kept."""
    laid = [form.piece.laid for form in forms]
    if folder is None:
        return printed(laid, producer)
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{form.number:04d}-{form.layout}.pdf" for form in forms]
    left = [at for at, path in enumerate(paths) if not path.exists()]
    if left:
        for at, pdf in zip(left, printed([laid[at] for at in left], producer), strict=True):
            paths[at].write_bytes(pdf)
    return [path.read_bytes() for path in paths]


def _row(name: str, trials: list[Trial], *, several: bool, seconds: float) -> str:
    cells, wrong = sum(t.cells for t in trials), sum(len(t.lost) for t in trials)
    tally = total(trial.fields for trial in trials)
    shown = (
        name,
        "several" if several else "one",
        len(trials),
        f"{cells:,}",
        wrong,
        percent(cells - wrong, cells),
        sum(trial.silent_cells for trial in trials),
        f"{tally.fields:,}",
        percent(tally.right, tally.fields),
        tally.doubted,
        tally.in_doubt + tally.refused,
        tally.silent,
        f"{1000 * seconds:.0f} ms",
    )
    return f"| {' | '.join(map(str, shown))} |"


def _print_worst(trials: list[Trial], count: int) -> None:
    found = [(trial.layout, wrong) for trial in trials for wrong in trial.silent]
    for layout, field, number, wrong in most_frequent(found, count):
        print(f"{number:6} {layout:28} {field:32} {wrong.true!r} -> {wrong.read!r}")


def _leave(folder: Path, trials: list[Trial], pdfs: list[bytes]) -> None:
    """Leave each PDF that was misread, with a text that says what was."""
    folder.mkdir(parents=True, exist_ok=True)
    for trial, pdf in zip(trials, pdfs, strict=True):
        if not (trial.lost or trial.silent):
            continue
        name = f"{trial.number:04d}-{trial.layout}"
        (folder / f"{name}.pdf").write_bytes(pdf)
        lines = [f"- {cell}" for cell in trial.lost] + [f"+ {cell}" for cell in trial.made]
        lines += [f"{w.path}: {w.true!r} -> {w.read!r}" for w in trial.silent]
        (folder / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
