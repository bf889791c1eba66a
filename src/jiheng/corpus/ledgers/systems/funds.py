"""Accounts of the funds: balances, interest, grants; and cards with what they cost."""

from collections.abc import Iterator

from jiheng.corpus.ledgers.lives import YEAR
from jiheng.corpus.ledgers.people import some_person
from jiheng.corpus.ledgers.scene import Planted, Row, Scene, Told, yuan
from jiheng.corpus.ledgers.systems.system import System

FUNDS = ("城乡居民养老", "机关事业养老", "企业养老", "失业", "工伤")
_QUARTERS = (3, 6, 9, 12)
_GRANTS = (
    ("65岁以上增发基础养老金", (("省", 7), ("市", 1), ("县区", 2))),
    ("调待资金", (("市", 2), ("县区", 8))),
    ("特殊群体养老保险费", (("市", 1),)),
)
"""Projects with the parts that the levels of government bear."""


def _account(scene: Scene, number: int) -> Iterator[Told]:
    account, fund = f"MNZH{number:06d}", FUNDS[number % len(FUNDS)]
    balance = scene.dice.randrange(5_000_000_00, 90_000_000_00)
    rate = scene.dice.randint(135, 180)  # in 1/10,000 of a year's principal
    quarter = 0
    for month in range(1, YEAR + 1):
        average = balance + scene.dice.randrange(1_000_000_00)
        balance = average + scene.dice.randrange(500_000_00)
        quarter += average
        known = (account, fund, scene.month(month))
        yield Row("balance", (*known, yuan(average), yuan(balance)))
        if month in _QUARTERS:
            principal, quarter = quarter // YEAR, 0
            interest = (principal * rate + 5_000) // 10_000
            settled = (scene.serial("LX"), account, fund, f"{scene.month(month)}-21")
            yield Row("interest", (*settled, yuan(principal), yuan(interest)))
    yield from _grants(scene)


def _grants(scene: Scene) -> Iterator[Told]:
    project, payers = scene.dice.choice(_GRANTS)
    part = scene.dice.randrange(10_000_00, 200_000_00)
    for payer, parts in payers:
        known = (scene.serial("DZ"), FUNDS[0], project, payer)
        yield Row("grant", (*known, scene.day(scene.dice.randint(1, 11)), yuan(part * parts)))


_CARD = (("预制卡", 12_00), ("色带", 7_50), ("清洁组件", 50))
"""What one card uses up, with its price; together 20 yuan."""


def _card(scene: Scene, number: int) -> Iterator[Told]:
    person = some_person(scene, number, 1, 90)
    group = "职工" if scene.chance(4_000) else "城镇居民"
    month = scene.dice.randint(1, YEAR)
    status = "未启用" if scene.chance(600) else "启用"
    if scene.chance(scene.rates.deaths):
        status = "注销"
        yield Planted("death", "card", person.person_id, scene.month(month))
    elif scene.chance(scene.rates.suspensions):
        status = "挂失"
        yield Planted("suspension", "card", person.person_id, scene.month(month))
    known = (person.person_id, person.name, group)
    yield _made(scene, known, "新制", month, status)
    if status == "挂失" and scene.chance(scene.rates.reactivations):
        month = scene.dice.randint(month, YEAR)
        yield Planted("reactivation", "card", person.person_id, scene.month(month))
        yield _made(scene, known, "补换", month, "启用")


def _made(scene: Scene, known: tuple[str, str, str], kind: str, month: int, status: str) -> Row:
    scene.add(f"cards-{month}", 1)
    return Row("card", (scene.serial("KH"), *known, kind, scene.day(month), status))


def _consumables(scene: Scene) -> Iterator[Told]:
    """Yield what the cards used up, and the purchases that it came from."""
    for month in range(1, YEAR + 1):
        cards = scene.sums.get(f"cards-{month}", 0)
        for item, price in _CARD:
            used = (scene.month(month), item, cards, yuan(cards * price))
            yield Row("consumption", used)
            scene.add(item, cards)
    for item, price in _CARD:
        bought = scene.sums[item] + scene.sums[item] // 20
        known = (scene.serial("CG"), item, scene.day(1))
        yield Row("purchase", (*known, bought, yuan(bought * price)))


FUNDS_AND_CARDS = (
    System(name="fund-account", each=_account),
    System(name="social-card", each=_card, after=_consumables),
)
