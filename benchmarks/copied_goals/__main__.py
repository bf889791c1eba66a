"""Copied texts: ``python -m benchmarks.copied_goals [--texts 1000000] [--write]``.

Says how many pairs labelled by hand are judged rightly, and what a million made-up texts cost.
"""

import argparse
import resource
from collections.abc import Iterator
from time import process_time

from msgspec import Struct

from benchmarks.copied_goals.made import made_texts
from benchmarks.copied_goals.pairs import Pair, judged, score
from benchmarks.sections import with_section
from jiheng.corpus.auditing.copies.finding import near_copies
from jiheng.corpus.auditing.copies.masking import masked

TITLE = "Copied texts"
TEXTS = 1_000_000


class Cost(Struct, frozen=True, kw_only=True):
    """What some texts cost, and how many of the planted copies were found.

    Attributes:
        masking: CPU seconds, the making of the texts left out.
        finding: CPU seconds.
        memory: most bytes resident, the mapped files among them.
    """

    texts: int
    planted: int
    found: int
    masking: float
    finding: float
    memory: int


def cost(count: int) -> Cost:
    """Return what it costs to find the copies among so many texts."""
    planted: list[tuple[int, int]] = []
    masking = making = 0.0

    def texts() -> Iterator[list[str]]:
        nonlocal masking, making
        position, began = 0, process_time()
        for batch in made_texts(count):
            for at, each in enumerate(batch, position):
                if each.copied_from is not None:
                    planted.append((at, each.copied_from))
            position += len(batch)
            made = process_time()
            bare = [masked(each.text) for each in batch]
            making, masking = making + made - began, masking + process_time() - made
            yield bare
            began = process_time()
        making += process_time() - began

    started = process_time()
    copies = near_copies(texts())
    spent = process_time() - started - making - masking
    groups = dict(zip(copies.text.tolist(), copies.group.tolist(), strict=True))
    found = sum(groups.get(one, -1) == groups.get(other, -2) for one, other in planted)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return Cost(
        texts=count,
        planted=len(planted),
        found=found,
        masking=masking,
        finding=spent,
        memory=memory,
    )


def section(pairs: tuple[Pair, ...], costs: tuple[Cost, ...]) -> str:
    """Return the section of the page."""
    halves = {half: [each for each in pairs if each.half == half] for half in ("tune", "aside")}
    judgements = "\n".join(
        f"| {name} | {len(halves[half])} | {score(halves[half]).precision:.3f} "
        f"| {score(halves[half]).recall:.3f} |"
        for half, name in (("aside", "kept aside"), ("tune", "tuned on"))
    )
    rows = "\n".join(
        f"| {each.texts:,} | {each.planted:,} | {each.found / each.planted:.1%} "
        f"| {each.masking:.1f} | {each.finding:.1f} | {each.memory / 2**30:.2f} GiB |"
        for each in costs
    )
    return f"""
`python -m benchmarks.copied_goals --write` writes this section. {len(pairs)} pairs of invented texts were labelled by reading
them (`tests/corpus/auditing/copies/pairs.tsv`): copied literally, with other names, other figures, other order, by half, lightly
reworded; one topic told twice, a phrase or boilerplate in common, short. Half of them nobody looked at while the limits were
chosen.

| pairs | count | precision | recall |
|---|---|---|---|
{judgements}

Made-up texts of 15 to 60 words, one in fifty of them a copy in which one word in eight and the figures were changed:

| texts | copies planted | found | CPU s to mask | CPU s to find | memory, with mapped files |
|---|---|---|---|---|---|
{rows}
"""


def main() -> None:
    """Print the section, and write it into the page where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=TEXTS)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    text = section(judged(), (cost(given.texts // 10), cost(given.texts)))
    print(text)
    if given.write:
        with_section(TITLE, text)


if __name__ == "__main__":
    main()
