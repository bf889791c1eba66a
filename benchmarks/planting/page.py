"""The page docs/planting.md."""

from collections import Counter
from collections.abc import Iterable

from benchmarks.planting.trial import Said, Trial
from jiheng.audit.catalogue import FORM_CHECKS, RUN_CHECKS
from jiheng.corpus.planting import ALL_PLANTERS
from jiheng.corpus.planting.decoys import DECOYS

_ABOUT = """# Planted defects

`make planting` makes this page (seed {seed}). Forms are made up (`jiheng sample`), written as documents of every layout
and format, and audited from the documents, as `jiheng audit` does. The planters (`src/jiheng/corpus/planting/`) know
nothing of the checks; a test of the imports holds them to it.

- **{clean:,} clean forms**: {errors}.
- **{planted:,} defects**, one a run, spread over checks, layouts, sectors and formats: **{found:,} found at the planted
  cell ({share})**, {elsewhere:,} at another cell only, {missed:,} missed.
- **{decoys:,} decoys**, which look like a defect and are none: {silent}.

A defect counts as found where findings of its check point at every planted cell. *Others* are errors and doubts of
other checks that neither the form had before nor its planter names as a true consequence.

| check | planted | found at the cell | elsewhere | missed | others |
|---|---:|---:|---:|---:|---|
"""

_UNPLANTED = """
Checks without a planter yet: {codes}.
"""

_DECOYS = """
## Decoys

| looks like a defect | checks | forms | spoken of |
|---|---|---:|---:|
"""


def page(
    seed: int,
    clean: list[tuple[Said, ...]],
    trials: list[Trial],
    decoys: list[tuple[int, tuple[Said, ...]]],
) -> str:
    """Return the page as Markdown."""
    found = sum(not trial.missed for trial in trials)
    elsewhere = sum(bool(trial.missed) and trial.elsewhere for trial in trials)
    spoken = sum(bool(said) for _, said in decoys)
    wrong = sum(bool(said) for said in clean)
    head = _ABOUT.format(
        seed=seed,
        clean=len(clean),
        errors=f"{wrong} with an error" if wrong else "none has an error",
        planted=len(trials),
        found=found,
        share=_percent(found, len(trials)),
        elsewhere=elsewhere,
        missed=len(trials) - found - elsewhere,
        decoys=len(decoys),
        silent=f"{spoken} spoken of" if spoken else "all left in peace",
    )
    rows = "\n".join(_row(planter.code, trials) for planter in ALL_PLANTERS)
    kinds = "\n".join(_decoy(number, decoys) for number in range(len(DECOYS)))
    return f"{head}{rows}\n{_unplanted()}{_DECOYS}{kinds}\n{_not_found(trials)}"


def _not_found(trials: list[Trial]) -> str:
    """Return the list of what was not found at its cell; "" when there is none."""
    rows = [
        f"- {trial.code}, `{trial.name}`: {', '.join(trial.missed)}\n"
        for trial in trials
        if trial.missed
    ]
    return "\n## Not found at the cell\n\n" + "".join(rows) if rows else ""


def _unplanted() -> str:
    """Return a sentence on the checks that no planter serves; "" when there are none."""
    planted = {planter.code for planter in ALL_PLANTERS}
    codes = [check.code for check in (*FORM_CHECKS, *RUN_CHECKS) if check.code not in planted]
    return _UNPLANTED.format(codes=", ".join(codes)) if codes else ""


def _row(code: str, trials: list[Trial]) -> str:
    own = [trial for trial in trials if trial.code == code]
    found = sum(not trial.missed for trial in own)
    elsewhere = sum(bool(trial.missed) and trial.elsewhere for trial in own)
    others = Counter(other for trial in own for other in {each.code for each in trial.others})
    told = ", ".join(f"{other} ×{count}" for other, count in sorted(others.items()))
    cells = (len(own), found, elsewhere, len(own) - found - elsewhere)
    return f"| [{code}](checks/{code}.md) | {' | '.join(map(str, cells))} | {told} |"


def _decoy(number: int, decoys: list[tuple[int, tuple[Said, ...]]]) -> str:
    kind = DECOYS[number]
    own = [said for of, said in decoys if of == number]
    spoken = sum(map(bool, own))
    return f"| {kind.about} | {', '.join(kind.silent)} | {len(own)} | {spoken} |"


def _percent(part: int, whole: int) -> str:
    tenths = part * 1000 // whole if whole else 0
    return f"{tenths // 10}.{tenths % 10} %"


def worst(trials: Iterable[Trial]) -> str:
    """Return the missed plantings and what else was found, for whoever mends them."""
    lines = [
        f"{trial.code} {trial.name}: missed {', '.join(trial.missed)}"
        for trial in trials
        if trial.missed
    ]
    lines += [
        f"{trial.code} {trial.name}: also {said.code} at {said.cell}: {said.message}"
        for trial in trials
        for said in {each.code: each for each in trial.others}.values()
    ]
    return "\n".join(lines)
