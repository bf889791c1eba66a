"""Services: transfers, subsidies, the online hall, cases, the public account, settlements."""

from collections.abc import Iterator

from jiheng.corpus.ledgers.people import some_person
from jiheng.corpus.ledgers.scene import Planted, Row, Scene, Told, yuan
from jiheng.corpus.ledgers.systems.system import System


def _transfer(scene: Scene, number: int) -> Iterator[Told]:
    dice, person = scene.dice, some_person(scene, number, 18, 59)
    month, days = dice.randint(1, 11), dice.randint(3, 50)
    status = "在办" if scene.chance(300) else "退回" if scene.chance(100) else "办结"
    is_done = status == "办结"
    finished = scene.day(month + 1) if is_done else None
    known = (scene.serial("ZY"), person.person_id, person.id_number, person.name)
    direction, amount = dice.choice(("转入", "转出")), yuan(dice.randrange(1_000_00, 90_000_00))
    channel = "窗口" if scene.chance(1_000) else "联网"
    told = (direction, scene.day(month), finished, days if is_done else None, amount)
    yield Row("transfer", (*known, *told, channel, status))


_LEVELS = (("初级", 1_000_00), ("中级", 1_500_00), ("高级", 2_000_00))


def _subsidy(scene: Scene, number: int) -> Iterator[Told]:
    dice, person = scene.dice, some_person(scene, number, 20, 59)
    for _ in range(2 if scene.chance(500) else 1):
        level, amount = dice.choice(_LEVELS)
        month, is_paid = dice.randint(1, 11), not scene.chance(400)
        known = (scene.serial("BT"), person.person_id, person.id_number, person.name)
        certificate = f"MNZS{number:08d}{level}"
        paid_on = scene.day(month + 1) if is_paid else None
        told = (certificate, level, scene.day(month), paid_on, dice.randint(2, 20))
        end = (yuan(amount), "已发放") if is_paid else ("0.00", "不予补贴")
        yield Row("subsidy", (*known, *told, *end))


_MATTERS = ("参保登记", "人员增减", "缴费申报", "待遇申领")


def _employer(scene: Scene, number: int) -> Iterator[Told]:
    dice, employer = scene.dice, f"MNDW{number:07d}"
    opened = None if scene.chance(300) else f"{scene.year - dice.randint(0, 3)}-01-15"
    yield Row("employer", (employer, f"模拟单位{number:07d}", opened))
    for _ in range(dice.randint(2, 12)):
        channel = "窗口" if opened is None or scene.chance(400) else "网上"
        month = dice.randint(1, 12)
        known = (scene.serial("YW"), employer, dice.choice(_MATTERS), channel)
        days = (scene.day(month, 1, 10), scene.day(month, 11))
        yield Row("business", (*known, *days, "退回" if scene.chance(200) else "办结"))


_ITEMS = (("参保登记", 3), ("关系转移", 15), ("待遇核定", 10), ("信息变更", 1))
_RATINGS = ("非常满意", "非常满意", "满意", "满意", "基本满意", "不满意", "未评价")


def _case(scene: Scene, number: int) -> Iterator[Told]:
    dice = scene.dice
    item, promised = dice.choice(_ITEMS)
    taken = promised + dice.randint(1, 5) if scene.chance(200) else dice.randint(1, promised)
    month = dice.randint(1, 11)
    known = (scene.serial("BJ"), f"MN{number:010d}", item)
    channel = "网上" if scene.chance(8_800) else "窗口"
    told = (channel, scene.day(month), scene.day(month + 1), promised, taken)
    yield Row("case_file", (*known, *told, dice.choice(_RATINGS)))


_SERVICES = ("权益查询", "待遇认证", "缴费", "咨询")


def _follower(scene: Scene, number: int) -> Iterator[Told]:
    dice, user = scene.dice, f"MNYH{number:08d}"
    has_left = scene.chance(scene.rates.deaths)
    followed = f"{scene.year - dice.randint(0, 4)}-{dice.randint(1, 12):02d}-01"
    yield Row("follower", (user, followed, "已取消" if has_left else "关注中"))
    if has_left:
        yield Planted("death", "follower", user)
    for _ in range(dice.randint(0, 6)):
        on, minutes = scene.day(dice.randint(1, 12)), dice.randint(0, 90)
        status = "失败" if scene.chance(150) else "成功"
        known = (scene.serial("QQ"), user, dice.choice(_SERVICES))
        yield Row("request", (*known, on, minutes, status))


def _settlement(scene: Scene, number: int) -> Iterator[Told]:
    dice, person = scene.dice, some_person(scene, number, 18, 59)
    for _ in range(dice.randint(1, 3)):
        total = dice.randrange(200_00, 40_000_00)
        mode = "手工报销" if scene.chance(600) else "联网结算"
        status = "冲销" if scene.chance(100) else "成功"
        known = (scene.serial("JS"), person.person_id, person.id_number, person.name)
        told = (f"模拟医院{dice.randint(1, 12)}", scene.day(dice.randint(1, 12)), mode)
        yield Row("settlement", (*known, *told, yuan(total), yuan(total * 92 // 100), status))


SERVICES = (
    System(name="pension-transfer", each=_transfer),
    System(name="certificate-subsidy", each=_subsidy),
    System(name="online-hall", each=_employer),
    System(name="government-service", each=_case),
    System(name="wechat-account", each=_follower),
    System(name="injury-settlement", each=_settlement),
)
