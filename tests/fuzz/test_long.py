"""The same with thousands of seeds; ``make fuzz`` runs them."""

import resource
from pathlib import Path

import pytest

from tests.fuzz.edits import in_bytes, in_package, in_page, in_rows, seeded
from tests.fuzz.originals import CORNER_PACKAGES, CORNER_PAGES, FORMS, PACKAGES, PAGES, TEXTS
from tests.fuzz.trial import complaints

pytestmark = pytest.mark.fuzz
SEEDS = range(400)
MOST_KILOBYTES = 1 << 20

KINDS = {
    "rows": (TEXTS, in_rows),
    "pages": (PAGES, in_page),
    "rare pages": (CORNER_PAGES, in_page),
    "packages": (PACKAGES, in_package),
    "rare packages": (CORNER_PACKAGES, in_package),
    "bytes": (FORMS, in_bytes),
}


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", KINDS)
def test_any_seed_ends_in_forms_or_in_a_sentence(tmp_path: Path, kind: str, seed: int):
    originals, spoil = KINDS[kind]
    name = sorted(originals)[seed % len(originals)]

    spoilt = spoil(originals[name], seeded(seed))

    assert complaints(spoilt, Path(name).suffix or ".html", tmp_path) == []


def test_the_memory_of_it_all_stays_small():
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < MOST_KILOBYTES
