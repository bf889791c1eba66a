"""A made-up corpus on the disk, of any size."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import numpy as np
from msgspec.structs import replace

from jiheng import __version__
from jiheng.corpus.coded.made import Making, made_batches
from jiheng.corpus.errors import CorpusError
from jiheng.corpus.store.building import claimed
from jiheng.corpus.store.manifest import sweep, write_manifest
from jiheng.corpus.store.writing import CodedWriter
from jiheng.model.corpus import Manifest, PackUse, Part
from jiheng.pipeline.naming import called
from jiheng.rulebook.loading import load_pack
from jiheng.rulebook.phrases import phrase

Progress = Callable[[int, int], None]

YEARS = (2023, 2024)
REGIONS = tuple(f"99{number:02d}00" for number in range(1, 9))
"""Codes that no real region has."""


def make_corpus(
    folder: Path, count: int, seed: int = 1, progress: Progress | None = None
) -> Manifest:
    """Write a corpus of made-up coded forms, spread over two years and eight regions.

    It holds no nested forms: it is for measuring.

    Args:
        folder: where; a made-up corpus that was there is replaced.
        count: of forms.
        seed: of the dice; the same gives the same forms.
        progress: called with the number of forms made and of all.

    Raises:
        CorpusError: the folder holds something else, such as forms that somebody filed.
    """
    with claimed(folder) as old:
        if old.forms and not old.made_up:
            raise CorpusError(phrase("corpus.is-real", path=called(folder)))
        # Files of the same name would be taken for those of another part.
        sweep(folder, Manifest(jiheng=__version__))
        manifest = Manifest(jiheng=__version__, made_up=True)
        for making in _makings(count, seed):
            manifest = replace(manifest, parts=(*manifest.parts, _part(folder, making)))
            if progress is not None:
                progress(manifest.forms, count)
        write_manifest(folder, manifest)
    return manifest


def _makings(count: int, seed: int) -> Iterator[Making]:
    """Yield what each year and region holds."""
    places = list(product(YEARS, REGIONS))
    share, rest = divmod(count, len(places))
    first = 1
    for number, (year, region) in enumerate(places):
        size = share + (number < rest)
        if size:
            yield Making(count=size, seed=seed, year=year, region=region, first=first)
        first += size


def _part(folder: Path, making: Making) -> Part:
    writer = CodedWriter(folder, making.year, making.region)
    packs: Counter[str] = Counter()
    for batch in made_batches(making):
        writer.write(batch)
        used = np.bincount(batch.facts.pack.codes).tolist()
        packs.update(dict(zip(batch.facts.pack.words, used, strict=False)))
    return writer.finish(
        tuple(
            PackUse(id=name, version=load_pack(name).version, forms=count)
            for name, count in sorted(packs.items())
        )
    )
