"""A part while forms are added to it: its coded and its nested files."""

from collections import Counter
from pathlib import Path

from jiheng.corpus.coded.batches import GROUP
from jiheng.corpus.coded.gathering import Gathered
from jiheng.corpus.store.filing import Filed
from jiheng.corpus.store.nested import NestedWriter
from jiheng.corpus.store.writing import CodedWriter
from jiheng.model.corpus import PackUse, Part


class PartWriter:
    """Takes the forms of one year and region.

    Args:
        folder: of the corpus.
        year: of the forms.
        region: of the forms.
    """

    def __init__(self, folder: Path, year: int, region: str) -> None:
        self._year, self._region = year, region
        self._coded = CodedWriter(folder, year, region)
        self._nested = NestedWriter(self._coded.begin("nested"))
        self._gathered = Gathered(year, region)
        self._packs: Counter[tuple[str, str]] = Counter()

    def add(self, form: Filed) -> None:
        """Add a form."""
        self._gathered.add(form.coded, form.facts, form.key)
        self._nested.write(form.nested)
        self._packs[form.pack.id, form.pack.version] += 1
        if len(self._gathered) == GROUP:
            self._flush()

    def finish(self) -> Part:
        """Close the files and return the part that they are."""
        self._flush()
        self._nested.close()
        packs = (
            PackUse(id=name, version=version, forms=count)
            for (name, version), count in sorted(self._packs.items())
        )
        return self._coded.finish(tuple(packs), others=("nested",))

    def _flush(self) -> None:
        if len(self._gathered):
            self._coded.write(self._gathered.batch())
            self._gathered = Gathered(self._year, self._region)
