"""The ready measures against a second program over the same rows, and what planted faults do.

``plain`` works each value out with sets and decimals from the files; nothing is shared with the
queries under test. Each run draws another seed, which a failure shows.
"""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from msgspec.structs import replace

from jiheng.corpus.ledgers import Rates, Wish, sample_ledger
from jiheng.evidence.copying.source import source_of
from jiheng.evidence.measures.interval import interval_of
from jiheng.evidence.measuring import Order, measured
from jiheng.model.measure import Sum
from jiheng.rulebook.ledgers import LEDGER_IDS, load_ledger
from jiheng.rulebook.proofs import MEASURE_IDS, all_measures, load_measure
from tests.corpus.ledgers.asking import Asker
from tests.corpus.ledgers.plain import VALUES, Books

YEAR = 2023
NOTHING = Rates(duplicates=0, deaths=0, suspensions=0, reactivations=0, paid_after_death=0)
EVERYONE = 10_000


@contextmanager
def ledger(
    rates: Rates, system: str = "resident-pension", people: int = 150, seed: int = 5
) -> Iterator[tuple[Asker, Books]]:
    """Give a made-up ledger to both programs."""
    with TemporaryDirectory() as folder:
        sample_ledger(
            Wish(system=system, people=people, seed=seed, year=YEAR, rates=rates), Path(folder)
        )
        asker = Asker(system, Path(folder), YEAR)
        yield asker, Books(Path(folder), YEAR)
        asker.close()


def test_every_ready_measure_is_worked_out_a_second_time():
    assert sorted(VALUES) == sorted(MEASURE_IDS)


@pytest.mark.parametrize("system", LEDGER_IDS)
def test_a_second_program_finds_the_same_values(system: str):
    planted = Rates(duplicates=300, deaths=800, suspensions=1_500)
    mine = [each.id for each in all_measures() if each.ledger == system]
    seed = random.SystemRandom().randrange(1 << 32)

    with ledger(planted, system, 120, seed) as (asker, books):
        found = {name: asker.value(name) for name in mine}
        expected = {name: short(VALUES[name](books)) for name in mine}

    assert (seed, found) == (seed, expected)


def short(value: str) -> str:
    """Return a number without zeros at its end."""
    return value.rstrip("0").rstrip(".") if "." in value else value


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_the_whole_way_through_the_sandbox_gives_the_same(kind: str, tmp_path: Path):
    wish = Wish(system="electronic-seal", people=200, year=YEAR, rates=Rates(duplicates=500))
    sample_ledger(wish, tmp_path / "csv")
    truth = sample_ledger(wish, tmp_path / kind / "own", kind)
    order = Order(
        measure=load_measure("seals-issued"),
        ledger=load_ledger("electronic-seal"),
        sources=(source_of(f"seal={tmp_path / kind / 'own' / truth.files[0]}"),),
        interval=interval_of(load_measure("seals-issued"), YEAR),
        by="钱审计",
    )

    assert measured(order).value == VALUES["seals-issued"](Books(tmp_path / "csv", YEAR))


def test_rows_recorded_twice_do_not_change_the_number_of_people():
    with ledger(NOTHING) as (clean, _), ledger(replace(NOTHING, duplicates=2_000)) as (spoilt, _):
        found = clean.value("resident-recipients"), spoilt.value("resident-recipients")

    assert found[0] == found[1]


def test_rows_recorded_twice_do_not_change_a_sum_that_counts_them_once():
    spoilt_rates = replace(NOTHING, duplicates=2_000)
    with ledger(NOTHING) as (clean, _), ledger(spoilt_rates) as (spoilt, books):
        found = clean.value("resident-contributions"), spoilt.value("resident-contributions")
        repeated = len(books.rows("contribution")) - len(paid_rows(books))

    assert repeated > 3
    assert found[0] == found[1]


def paid_rows(books: Books) -> set[tuple[str, ...]]:
    return {tuple(row.values()) for row in books.rows("contribution")}


def test_a_sum_that_does_not_is_too_high_by_the_repeated_amounts():
    careless = load_measure("resident-contributions")
    careless = replace(careless, question=replace(careless.question, once=False))
    assert isinstance(careless.question, Sum)

    spoilt_rates = replace(NOTHING, duplicates=2_000)
    with ledger(NOTHING) as (clean, _), ledger(spoilt_rates) as (spoilt, books):
        excess = Decimal(spoilt.value(careless)) - Decimal(clean.value(careless))
        rows = books.rows("contribution", 缴费状态="到账")

    seen: set[str] = set()
    again = Decimal(0)
    for row in rows:
        again += Decimal(row["个人缴费金额"]) if row["缴费流水号"] in seen else 0
        seen.add(row["缴费流水号"])
    assert again > 0
    assert excess == again


def months_of(books: Books, **wanted: str) -> dict[str, set[int]]:
    """Return the months for which each person was paid, whether the bank took it or not."""
    months: dict[str, set[int]] = {}
    for row in books.rows("payment", **wanted):
        months.setdefault(row["个人编号"], set()).add(int(row["待遇所属月份"][5:]))
    return months


def fates_of(books: Books, kind: str) -> dict[str, int]:
    """Return the month of a change by person; 0 is the December before."""
    return {
        row["个人编号"]: int(row["生效月份"][5:]) if row["生效月份"] > f"{YEAR}" else 0
        for row in books.rows("status_change", 变更种类=kind)
    }


# The bank refuses one payment in 200 by the dice, so these count every payment made.
MADE = load_measure("resident-person-months")
MADE = replace(MADE, question=replace(MADE.question, where=()))
DRAWING = replace(MADE, question=replace(MADE.question, beside=()))


def test_a_death_takes_away_the_months_after_it():
    dying = replace(NOTHING, deaths=EVERYONE)
    with ledger(NOTHING) as (_, alive), ledger(dying) as (asker, dead):
        found, lived, died = asker.value(MADE), months_of(alive), fates_of(dead, "终止")

    assert set(died) == set(lived)
    assert found == str(sum(month <= died[who] for who in lived for month in lived[who]))


def test_payments_that_ran_on_after_a_death_are_counted_and_planted_as_such():
    dying = replace(NOTHING, deaths=EVERYONE)
    lingering = replace(dying, paid_after_death=EVERYONE)
    with ledger(dying) as (right, _), ledger(lingering) as (wrong, books):
        excess = int(wrong.value(MADE)) - int(right.value(MADE))
        died, paid = fates_of(books, "终止"), months_of(books)

    assert excess > 50
    assert excess == sum(month > died[who] for who, months in paid.items() for month in months)


def test_a_suspension_takes_away_the_months_from_then_on():
    stopping = replace(NOTHING, suspensions=EVERYONE)
    with ledger(NOTHING) as (_, paid), ledger(stopping) as (asker, stopped):
        found, due, since = asker.value(MADE), months_of(paid), fates_of(stopped, "暂停")

    assert found == str(sum(month < since[who] for who in due for month in due[who]))


def test_who_was_suspended_before_the_year_draws_nothing_in_it():
    stopping = replace(NOTHING, suspensions=EVERYONE)
    with ledger(NOTHING) as (_, paid), ledger(stopping) as (asker, stopped):
        found, due, since = asker.value(DRAWING), months_of(paid), fates_of(stopped, "暂停")

    absent = [who for who in due if since[who] <= min(due[who])]
    assert len(absent) > 3
    assert found == str(len(due) - len(absent))


def test_a_reactivation_brings_the_withheld_months_back():
    stopping = replace(NOTHING, suspensions=EVERYONE)
    returning = replace(stopping, reactivations=EVERYONE)
    with ledger(NOTHING) as (_, paid), ledger(stopping) as (away, stopped):
        without, due, since = int(away.value(MADE)), months_of(paid), fates_of(stopped, "暂停")
    with ledger(returning) as (back, books):
        found, returned = int(back.value(MADE)), fates_of(books, "恢复")

    withheld = sum(month >= since[who] for who in returned for month in due[who])
    assert withheld > 100
    assert found - without == withheld


def test_recipients_rise_by_those_who_come_back_after_a_year_without():
    stopping = replace(NOTHING, suspensions=EVERYONE)
    returning = replace(stopping, reactivations=EVERYONE)
    with ledger(stopping) as (away, stopped), ledger(returning) as (back, books):
        rise = int(back.value(DRAWING)) - int(away.value(DRAWING))
        absent = set(months_of(books)) - set(months_of(stopped))
        returned = fates_of(books, "恢复")

    assert rise > 3
    assert rise == len(absent & set(returned))
