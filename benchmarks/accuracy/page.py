"""The page docs/accuracy.md."""

from collections.abc import Callable, Iterable
from importlib.metadata import version

from benchmarks.accuracy.peers import PEERS
from benchmarks.accuracy.tally import Tally
from benchmarks.accuracy.trial import Trial
from jiheng.corpus.damage import ALL_DAMAGE
from jiheng.corpus.documents import SUFFIXES
from jiheng.rulebook.layouts import LAYOUT_IDS

SOUND = "(none)"
_ORDER = (SOUND, *(damage.name for damage in ALL_DAMAGE), *LAYOUT_IDS)

_ABOUT = """# Accuracy of reading

`make accuracy` makes this page: it makes up {forms:,} forms (`jiheng sample`, seed {seed}) over all layouts, formats and
kinds of damage, {documents:,} documents in all, reads each as `jiheng read` does, without being told layout or place, and
compares every field with the truth.

- A **field** is one value of the form ([schema](schema/form-1.json)) that stands in the truth or was read; blanks on
  both sides are not counted. Items of lists are paired by their names, so that a lost row counts once; misread
  names in their order, the most alike together.
- **exact**: the same characters. **in doubt**: not the same, but the field is in the form's `doubts`. **refused**: the
  document was refused with a sentence. **silent**: wrong, and nobody is told.
- Damage that truly destroys a value takes it out of the truth (`blank-weights`), or the field is not counted (the levels
  in `column-order`). What each kind does stands at the head of its file in `src/jiheng/corpus/damage/`.

The forms are invented: this says how reading stands on documents of these shapes, not on every document of the world.
"""

_PEERS = """## Beside what people use today

A template for one layout: a library's table ({versions}), fixed places for every field, told beforehand which layout it
is, the rows of the indicators from the fixed first one to the row of the total, headings of merged cells carried down.
The same documents and, for both, only the fields that such a template has; per cent exact.
"""

_ELSEWHERE = """## Texts of other places

Made-up forms say nothing of pages that were copied, recognised from pictures or cut off by others. So texts that units of
other places published were typed off, with the name, target, actual value, weight and score of every indicator written
down by eye before anything was read; a field that no person could tell is left out. A field counts as right when it
reads the same but for blanks, stars and the width of signs. The texts are not in this repository.

| texts | fields | right when first read | right afterwards |
|---|---:|---:|---:|
| first set kept aside | 284 | 249 (87.7 %) | |
| second set kept aside | 122 | 94 (77.0 %) | |
| 10 texts kept aside in 2026 | 263 | 126 (47.9 %) | 239 (90.9 %) |
| 12 texts read while mending | 265 | 112 (40.3 %, of 278 with what was made up) | 230 (86.8 %) |
| 14 texts found after that mending | 347 | 198 (57.1 %) | 237 (68.3 %) |
| – 5 of them with cells kept apart: pipes, one cell a line | 115 | 111 (96.5 %) | 111 |
| – 3 with a row a line and blanks between cells | 95 | 66 (69.5 %) | 95 |
| – 5 whose order of cells was lost or cut | 119 | 21 (17.6 %) | 31 |
| – 1 without anything between cells | 18 | 0 | 0 |

Only the third column is about texts that reading had never met. The 90.9 % of the ten texts is no figure for unseen
texts: on mending by other texts alone they came to 137 of 263, and the rest came of looking at them.

No more published texts could be had. So 142 texts were written by hand instead, each with its truth, in the forms and
wordings of many provinces and as crawlers, converters, previews and copies give them (`benchmarks/other_places`). Those
who wrote them did not know the readers, and each set was written before any of it was read. Places, units and figures
are invented.

| texts | fields | right when first read | silent then | right afterwards | silent afterwards |
|---|---:|---:|---:|---:|---:|
| sets 1 and 2: 32 texts, by which reading was mended | 1,855 | 1,526 (82.3 %) | 224 | 1,818 (98.0 %) | 0 |
| set 3: 18 texts, after that | 975 | 939 (96.3 %) | 3 | 960 (98.5 %) | 0 |
| set 4: 18 texts, after that | 1,050 | 939 (89.4 %) | 1 | 1,047 (99.7 %) | 0 |
| set 5: 20 texts, after mending by the others | 1,105 | 1,033 (93.5 %) | 53 | 1,096 (99.2 %) | 0 |
| set 6: 18 texts, after mending by all of these | 1,040 | 803 (77.2 %) | 0 | 1,034 (99.4 %) | 0 |
| set 7: 18 texts, after mending by all of these | 1,240 | 1,187 (95.7 %) | 9 | 1,218 (98.2 %) | 0 |
| set 8: 18 texts, read in the same state as set 7 | 1,215 | 1,123 (92.4 %) | 0 | 1,204 (99.1 %) | 0 |
| sets 7 and 8, never seen by the readers of that day | 2,455 | 2,310 (94.1 %) | 9 | 2,422 (98.7 %) | 0 |
| sets 3 to 8 together | 6,625 | 6,024 (90.9 %) | 66 | 6,559 (99.0 %) | 0 |

Of set 6 five texts were lost for the most part when first read: one in traditional characters (refused), one of quoted
cells over several lines below lines of prose, one whose headings were broken over two lines, and two as a viewer's text
of narrow columns. After it, pages of narrow columns were made up by the hundred (`narrow-columns` above) and a reader for
them was written; of sets 7 and 8 the four such texts were right by 272 of 275 fields when first read. Fifty of the
silent fields of set 5 were those of one text, whose rows began with an empty cell; the nine of set 7 were right but for
what compared them, which took 正向 for an operator. Right when first read, by what parts the cells of sets 7 and 8:
blanks 86 to 98 %, a line each 88.7 %, narrow columns 98.9 %, pipes 99.8 %, tabs 100 %, nothing 76.9 %.

What programs make of PDFs is harder. Of 52 forms printed by LibreOffice, half of them four times as long and over pages,
6,850 fields, before these sets and after the sixth of them:

| `pdftotext` | right | silent |
|---|---:|---:|
| `-raw`, near to what copying in a viewer gives | 59.6 % → 83.3 % | 468 → 25 |
| `-layout`, columns kept apart by blanks | 38.4 % → 63.4 % | 722 → 105 |
| as it comes, cells out of their order | 21.0 % → 17.4 % | 2,433 → 131 |

The rest is in doubt. The PDFs themselves read 100 %: the file is what to give, not its text.
"""

_REPEAT = """## To repeat

`python -m benchmarks.other_places` reads the texts written by hand again; `--wrong` prints each field that is not right.

`make accuracy` (2 processes). `python -m benchmarks.accuracy -n 500 --seed 7` takes fewer forms or other ones and writes
no page; `--worst 30` prints the commonest misreadings. The same seed gives the same documents, byte for byte.
"""

Key = Callable[[Trial], str]


def page(trials: list[Trial], seed: int) -> str:
    """Return the page."""
    forms = sum(trial.forms for trial in trials)
    sound = [trial for trial in trials if not trial.damage]
    versions = ", ".join(
        f"{name} {version(name)}" for name in ("python-docx", "openpyxl", "pandas")
    )
    parts = (
        _ABOUT.format(forms=forms, documents=len(trials), seed=seed),
        f"## All together\n\n{_lines((('all', trials), ('sound', sound)), 'documents')}\n",
        f"## Sound documents, by layout and format\n\nPer cent exact.\n\n{_grid(sound, _layout)}\n",
        f"## By damage\n\n{_lines(_groups(trials, _damage), 'damage')}\n",
        f"## By damage and format\n\nPer cent exact.\n\n{_grid(trials, _damage)}\n",
        f"## By layout, with all damage\n\n{_lines(_groups(trials, _layout), 'layout')}\n",
        f"{_PEERS.format(versions=versions)}\n{_beside(trials)}\n",
        _ELSEWHERE,
        _REPEAT,
    )
    return "\n".join(parts)


def _layout(trial: Trial) -> str:
    return trial.layout


def _damage(trial: Trial) -> str:
    return trial.damage or SOUND


def _groups(trials: list[Trial], key: Key) -> list[tuple[str, list[Trial]]]:
    """Return the trials by key, in the order in which layouts and damage are listed."""
    present = {key(trial) for trial in trials}
    names = [name for name in _ORDER if name in present]
    return [(name, [trial for trial in trials if key(trial) == name]) for name in names]


def total(tallies: Iterable[Tally]) -> Tally:
    """Return all counts together."""
    whole = Tally()
    for tally in tallies:
        whole.add(tally)
    return whole


def _lines(groups: Iterable[tuple[str, list[Trial]]], what: str) -> str:
    rows = [
        f"| {what} | forms | fields | exact | in doubt | refused | silent |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for name, trials in groups:
        tally = total(trial.tally for trial in trials)
        forms = sum(trial.forms for trial in trials)
        shares = (tally.right, tally.in_doubt, tally.refused, tally.silent)
        shown = " | ".join(percent(share, tally.fields) for share in shares)
        rows.append(f"| {name} | {forms:,} | {tally.fields:,} | {shown} |")
    return "\n".join(rows)


def percent(part: int, whole: int) -> str:
    """Return a share in per cent; never 100 or 0 where it is not so."""
    if not whole:
        return ""
    shown = f"{100 * part / whole:.2f}"
    if shown == "100.00" and part != whole:
        return "99.99"
    if shown == "0.00" and part:
        return "0.01"
    return shown.replace("100.00", "100").replace("0.00", "0") if part in {0, whole} else shown


def _grid(trials: list[Trial], key: Key) -> str:
    heads = " | ".join(SUFFIXES)
    rows = [f"| | {heads} |", f"|---|{'---:|' * len(SUFFIXES)}"]
    for name, group in _groups(trials, key):
        cells: list[str] = []
        for kind in SUFFIXES:
            tally = total(trial.tally for trial in group if trial.kind == kind)
            cells.append(percent(tally.right, tally.fields))
        rows.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(rows)


def _beside(trials: list[Trial]) -> str:
    heads = " | ".join(f"{kind}: jiheng | {peer.name}" for kind, peer in PEERS.items())
    rows = [f"| damage | {heads} |", f"|---|{'---:|' * 2 * len(PEERS)}"]
    compared = [trial for trial in trials if trial.peer is not None]
    for name, group in _groups(compared, _damage):
        cells: list[str] = []
        for kind in PEERS:
            ours = total(t.ours for t in group if t.kind == kind and t.ours)
            theirs = total(t.peer for t in group if t.kind == kind and t.peer)
            cells += [percent(each.right, each.fields) for each in (ours, theirs)]
        rows.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(rows)
