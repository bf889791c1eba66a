"""A stranger draws again from nothing but the published paper, and notices what was changed."""

import hashlib
import hmac
import json

import msgspec
import pytest
from msgspec.structs import replace

from jiheng.corpus.draw.drawing import draw, freeze
from jiheng.corpus.draw.verifying import Misfit, verify
from tests.corpus.draw.office import FORMS, NUMBER, SECRET

FROZEN = freeze(FORMS, SECRET)
PAPER = draw(FROZEN, SECRET, NUMBER)


def by_hand(paper: dict) -> list[str]:
    """Draw from the published JSON as docs/draw.md tells it; nothing of ours is imported."""
    population = paper["frozen"]["population"]
    population["entries"].sort(key=lambda entry: entry["id"])
    population["strata"].sort(key=lambda stratum: stratum["name"])
    text = json.dumps(population, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(text.encode()).hexdigest()
    key = bytes.fromhex(paper["secret"]) + b"\n" + paper["number"].encode()
    seed = hmac.new(key, digest.encode(), "sha256").digest()

    def chance(*words: str) -> bytes:
        said = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
        return hmac.new(seed, said.encode(), "sha256").digest()

    drawn = []
    for stratum in population["strata"]:
        name, size = stratum["name"], stratum["size"]
        money = {
            entry["id"]: max(entry["amount"], population["least"])
            for entry in population["entries"]
            if entry["stratum"] == name
        }
        for number in sorted(money, key=lambda number: -money[number]):
            if size and money[number] * size >= sum(money.values()):
                drawn.append(number)
                del money[number]
                size -= 1
        whole = sum(money.values())
        point = int.from_bytes(chance("start", name), "big") * whole // 2**256
        end = 0
        for number in sorted(money, key=lambda number: chance("place", name, number)):
            end += money[number] * size
            if point < end:
                drawn.append(number)
                point += whole
    return sorted(drawn)


@pytest.mark.parametrize("number", ["01", "02", "03", "04", "05", "06", "07", "08"])
def test_a_stranger_draws_the_same_forms_with_a_page_of_code(number):
    paper = draw(FROZEN, SECRET, number)

    drawn = by_hand(json.loads(msgspec.json.encode(paper)))

    assert drawn == sorted(each.id for each in paper.chosen)


def test_an_honest_draw_fits():
    assert verify(PAPER, FROZEN) == ()


def test_a_changed_amount_is_noticed():
    first, *others = FORMS.entries
    population = replace(FORMS, entries=(replace(first, amount=first.amount * 9), *others))
    changed = replace(PAPER, frozen=replace(FROZEN, population=population))

    assert Misfit.POPULATION in verify(changed)


def test_a_changed_population_with_a_new_digest_is_noticed_by_whoever_kept_the_first_paper():
    other = freeze(replace(FORMS, entries=FORMS.entries[:-1]), SECRET)

    assert verify(draw(other, SECRET, NUMBER), FROZEN) == (Misfit.FROZEN,)


def test_a_changed_secret_is_noticed():
    assert Misfit.SECRET in verify(replace(PAPER, secret=SECRET[::-1].hex()))


def test_a_secret_that_is_no_number_is_noticed():
    assert Misfit.SECRET in verify(replace(PAPER, secret="保密"))


def test_a_changed_number_is_noticed():
    others = [verify(replace(PAPER, number=f"{number:02}")) for number in range(20)]

    assert (Misfit.CHOSEN,) in others


def test_a_form_put_into_the_draw_is_noticed():
    friend = replace(PAPER.chosen[0], id="A3" if PAPER.chosen[0].id != "A3" else "A1")

    assert verify(replace(PAPER, chosen=(friend, *PAPER.chosen[1:]))) == (Misfit.CHOSEN,)
