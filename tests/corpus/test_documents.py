from random import Random

import pytest

from jiheng.corpus.damage import ALL_DAMAGE
from jiheng.corpus.documents import SUFFIXES, Manner, manners, specimens
from jiheng.corpus.generator import sample
from jiheng.readers.opening import open_document

HALF = next(each for each in ALL_DAMAGE if each.name == "half-forms")


def documents(*ways: Manner, count: int = 6, seed: int = 5):
    return tuple(specimens(sample(count, seed, "national-2020"), ways, Random(seed)))


@pytest.mark.parametrize("kind", SUFFIXES)
def test_the_same_seed_gives_the_same_bytes(kind):
    first, again = (documents(Manner(kind=kind), count=2) for _ in range(2))

    assert [each.data for each in first] == [each.data for each in again]


def test_formats_are_taken_in_turn():
    names = [each.name for each in documents(*manners(("docx", "html"), ()), count=3)]

    assert names == [
        "0001-national-2020.docx",
        "0002-national-2020.html",
        "0003-national-2020.docx",
    ]


def test_a_document_says_which_damage_it_took():
    names = [each.name for each in documents(*manners(("text",), (HALF,)), count=3)]

    assert names == ["0001-national-2020-half-forms.txt"]


def test_the_truth_names_the_file_by_its_hash():
    made = documents(Manner(kind="xlsx"), count=1)[0]
    document = open_document(made.name, made.data)

    assert made.forms[0].source.sha256 == document.sha256
    assert made.forms[0].id == f"{document.sha256[:12]}-1"


def test_damage_goes_only_to_formats_that_it_can_happen_to():
    assert manners(("docx", "xlsx"), (HALF,)) == ()


@pytest.mark.parametrize("damage", ALL_DAMAGE, ids=lambda each: each.name)
def test_damage_changes_the_document(damage):
    spoilt = documents(Manner(kind="text", damage=damage), count=6)
    sound = documents(Manner(kind="text"), count=6)

    assert {each.data for each in spoilt}.isdisjoint({each.data for each in sound[:1]})
