"""Pensions of residents and of civil servants: contributions, payments, changes of status."""

from collections.abc import Iterator

from jiheng.corpus.ledgers.lives import YEAR, Life, some_life, told_life
from jiheng.corpus.ledgers.people import Person, some_person
from jiheng.corpus.ledgers.scene import Row, Scene, Told, yuan
from jiheng.corpus.ledgers.systems.system import System, first_month, returned

BASE = 128_00
SUPPLEMENT = 2_00
"""By the month, from the month after the 65th birthday."""
_GROUPS = ("建档立卡", "被征地农民", "重度残疾")
_LEVELS = (100_00, 200_00, 300_00, 500_00, 1000_00, 2000_00)
_PENSIONABLE = 60


def _standards(scene: Scene) -> Iterator[Told]:
    year = scene.year
    for since, standard in ((f"{year - 5}-01", 93_00), (f"{year - 1}-07", 113_00)):
        yield Row("base_standard", (since, yuan(standard), f"模拟人社发〔{since[:4]}〕6号"))
    yield Row("base_standard", (f"{year}-01", yuan(BASE), f"模拟人社发〔{year}〕1号"))


def _resident(scene: Scene, number: int) -> Iterator[Told]:
    draws = scene.chance(5_500)
    ages = (_PENSIONABLE, 90) if draws else (18, _PENSIONABLE - 1)
    person = some_person(scene, number, *ages)
    group = "无" if draws or not scene.chance(2_500) else scene.dice.choice(_GROUPS)
    if group != "无":
        on = f"{scene.year - 1}-{scene.dice.randint(1, 12):02d}-01"
        yield Row("special_person", (person.person_id, group, on))
        if scene.chance(200):
            return  # recognised, but not insured
    life = some_life(scene, first_month(person, _PENSIONABLE, scene)) if draws else Life(first=13)
    yield Row("insured", _insured(scene, person, group, life))
    if draws:
        yield from told_life(life, person.person_id, scene)
        yield from _resident_payments(scene, person, life)
    elif scene.chance(9_000):
        yield _contribution(scene, person, group)


def _insured(scene: Scene, person: Person, group: str, life: Life) -> tuple[str | None, ...]:
    dice = scene.dice
    joined = f"{scene.year - dice.randint(1, 12)}-{dice.randint(1, 12):02d}-01"
    died = scene.day(life.died) if life.died else None
    status = "终止参保" if died else "暂停参保" if scene.chance(100) else "正常参保"
    known = (person.person_id, person.id_number, person.name, person.born_on, person.county)
    return (*known, group, joined, status, died)


def _resident_payments(scene: Scene, person: Person, life: Life) -> Iterator[Told]:
    older = first_month(person, 65, scene)
    account = scene.dice.randrange(20_00, 90_00)
    for month, paid in life.paid():
        supplement = SUPPLEMENT if month >= older else 0
        amounts = (BASE, supplement, account, BASE + supplement + account)
        known = (scene.serial("FF"), person.person_id, person.county, scene.month(month))
        paid_on = scene.day(paid, 5, 15)
        yield Row("payment", (*known, paid_on, *map(yuan, amounts), returned(scene)))


def _contribution(scene: Scene, person: Person, group: str) -> Row:
    is_helped = group != "无"
    amount = 0 if is_helped else scene.dice.choice(_LEVELS)
    status = "退费" if scene.chance(60) else "到账"
    paid_on = scene.day(scene.dice.randint(1, 12))
    helped = 100_00 if is_helped else 0
    known = (scene.serial("JF"), person.person_id, scene.year, paid_on)
    return Row("contribution", (*known, yuan(amount), yuan(helped), status))


def _civil_servant(scene: Scene, number: int) -> Iterator[Told]:
    if not scene.chance(3_000):
        yield from _servant_contributions(scene, number)
        return
    person = some_person(scene, number, _PENSIONABLE, 90)
    life = some_life(scene, first_month(person, _PENSIONABLE, scene))
    yield from told_life(life, person.person_id, scene)
    due = scene.dice.randrange(3_500_00, 9_000_00)
    for month, paid in life.paid():
        day = scene.dice.randint(3, 10) if not scene.chance(100) else scene.dice.randint(11, 20)
        status, amount = returned(scene), due - 50_00 if scene.chance(20) else due
        known = (scene.serial("FF"), person.person_id, scene.month(month))
        paid_on = f"{scene.month(paid)}-{day:02d}"
        yield Row("payment", (*known, paid_on, yuan(due), yuan(amount), day, status))
        if status == "成功":
            scene.add(f"paid-{paid}", amount)


def _servant_contributions(scene: Scene, number: int) -> Iterator[Told]:
    person = some_person(scene, number, 22, _PENSIONABLE - 1)
    employer = f"MNDW{number % 97:05d}"
    amount = scene.dice.randrange(800_00, 2_400_00)
    for month in range(1, YEAR + 1):
        status = "退费" if scene.chance(40) else "到账"
        known = (scene.serial("JF"), person.person_id, employer, scene.month(month))
        yield Row("contribution", (*known, yuan(amount), status))
        if status == "到账":
            scene.add(f"received-{month}", amount)


def _fund_flow(scene: Scene) -> Iterator[Told]:
    """Yield the vouchers of the year: by the month, and in December what fills the gap."""
    income = expenditure = 0
    for month in range(1, YEAR + 1):
        received, paid = scene.sums.get(f"received-{month}", 0), scene.sums.get(f"paid-{month}", 0)
        interest = received // 1_000
        income, expenditure = income + received + interest, expenditure + paid
        for kind, plus, minus in (
            ("保费收入", received, 0),
            ("利息收入", interest, 0),
            ("待遇支出", 0, paid),
        ):
            yield _voucher(scene, month, kind, plus, minus)
    gap = max(0, expenditure - income)
    yield _voucher(scene, YEAR, "财政补助收入", gap, 0)


def _voucher(scene: Scene, month: int, kind: str, income: int, expenditure: int) -> Row:
    day = f"{scene.month(month)}-28"
    return Row("fund_flow", (scene.serial("PZ"), day, kind, yuan(income), yuan(expenditure)))


PENSIONS = (
    System(name="resident-pension", before=_standards, each=_resident),
    System(name="institution-pension", each=_civil_servant, after=_fund_flow),
)
