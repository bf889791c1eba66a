"""What an office keeps itself: operations, seals, lines, staff, annuities, retirees, a move."""

from collections.abc import Iterator

from jiheng.corpus.ledgers.lives import YEAR, some_life, told_life
from jiheng.corpus.ledgers.people import some_person
from jiheng.corpus.ledgers.scene import Planted, Row, Scene, Told, yuan
from jiheng.corpus.ledgers.systems.system import System, returned

SYSTEMS_KEPT = (
    "微信公众号",
    "政务服务信息系统",
    "社保业务核心系统",
    "养老联网转移系统",
    "卡务系统",
    "失业待遇网上申领系统",
    "持证补贴系统",
    "网上服务大厅",
    "城乡养老保险系统",
    "工伤联网结算系统",
    "资格认证系统",
)


def _systems(scene: Scene) -> Iterator[Told]:
    for number, name in enumerate(SYSTEMS_KEPT, 1):
        since = f"{scene.year - 3}-01-01"
        yield Row("system", (f"MNXT{number:03d}", name, since, "运维中"))
    yield Row("system", ("MNXT099", "旧档案系统", f"{scene.year - 9}-01-01", "已停用"))


def _upkeep(scene: Scene, number: int) -> Iterator[Told]:
    """Yield an incident, a task and now and then an acceptance of one system."""
    dice = scene.dice
    system = f"MNXT{number % len(SYSTEMS_KEPT) + 1:03d}"
    restored = dice.randint(180, 600) if scene.chance(50) else dice.randint(5, 175)
    severity = dice.choice(("一般", "一般", "一般", "较大", "重大"))
    known = (scene.serial("GZ"), system, scene.day(dice.randint(1, 12)))
    yield Row("incident", (*known, dice.randint(1, 30), restored, severity))
    month, is_late = dice.randint(1, 12), scene.chance(200)
    due, done = (
        f"{scene.month(month)}-20",
        scene.day(month, 21 if is_late else 1, 28 if is_late else 20),
    )
    yield Row("task", (scene.serial("RW"), system, due, done, "否" if is_late else "是"))
    if scene.chance(2_000):
        result = "不合格" if scene.chance(200) else "合格"
        on = scene.day(dice.randint(1, 12))
        yield Row("acceptance", (scene.serial("YS"), system, on, result))


def _bought(scene: Scene) -> Iterator[Told]:
    """Yield two procurements, each paid in two halves."""
    for method, price in (("竞争性磋商", 120_000_00), ("框架协议", 80_000_00)):
        number = scene.serial("CG")
        yield Row("procurement", (number, method, "是", scene.day(2), yuan(price)))
        for month in (6, 11):
            paid = (scene.serial("FK"), number, scene.day(month), yuan(price // 2))
            yield Row("payment", paid)


def _seal(scene: Scene, number: int) -> Iterator[Told]:
    is_void = scene.chance(scene.rates.deaths)
    seal = f"MNYZ{number:07d}"
    on = scene.day(scene.dice.randint(1, 12))
    status = "已作废" if is_void else "使用中"
    yield Row("seal", (seal, f"MNDW{number:07d}", on, "75.00", status))
    if is_void:
        yield Planted("death", "seal", seal, on[:7])


_MINUTES = 43_200
"""Of a month of 30 days."""


def _line(scene: Scene, number: int) -> Iterator[Told]:
    """Yield the months of a line; a suspended one costs nothing, a dead one is no longer there."""
    line, life = f"MNZX{number:04d}", some_life(scene)
    for month in range(1, (life.died or YEAR) + 1):
        runs = life.suspended is None or month < life.suspended
        runs = runs or (life.resumed is not None and month >= life.resumed)
        down = scene.dice.randint(0, 120) if runs and scene.chance(2_000) else 0
        due = _MINUTES if runs else 0
        known = (line, f"模拟网点{number}", scene.month(month), due, due - down, down)
        yield Row("line_month", (*known, "1460.00" if runs else "0.00", "正常" if runs else "停用"))
    for kind, at in (
        ("suspension", life.suspended),
        ("reactivation", life.resumed),
        ("death", life.died),
    ):
        if at is not None:
            yield Planted(kind, "line_month", line, scene.month(at))


def _hired(scene: Scene, number: int) -> Iterator[Told]:
    person, life = some_person(scene, number, 20, 59), some_life(scene)
    due = scene.dice.choice((2_450_00, 2_612_00, 2_800_00))
    post = scene.dice.choice(("窗口", "档案", "信息"))
    yield from told_life(life, person.person_id, scene, reasons=("停薪", "复岗", "死亡"))
    for month, paid in life.paid():
        known = (scene.serial("GZ"), person.person_id, person.name, post, scene.month(month))
        amount = due - 100_00 if scene.chance(50) else due
        told = (scene.day(paid, 8, 12), yuan(due), yuan(amount), returned(scene))
        yield Row("pay", (*known, *told))


_ALLOWANCES = (("伙食补助", 1_500_00), ("通信补贴", 100_00), ("工作经费", 400_00))


def _posted(scene: Scene, number: int) -> Iterator[Told]:
    person, life = some_person(scene, number, 25, 55), some_life(scene)
    role = "第一书记" if number % 2 else "工作队员"
    yield from told_life(life, person.person_id, scene, reasons=("离村", "返村", "死亡"))
    for month, paid in life.paid():
        for item, due in _ALLOWANCES:
            known = (scene.serial("BT"), person.person_id, person.name, role, item)
            told = (scene.month(month), scene.day(paid, 5, 15), yuan(due), yuan(due))
            yield Row("allowance", (*known, *told, returned(scene)))


def _funded(scene: Scene, number: int) -> Iterator[Told]:
    person = some_person(scene, number, 40, 62)
    has_died = scene.chance(scene.rates.deaths)
    cause = "死亡" if has_died else "退休" if scene.chance(7_000) else "调出"
    due, is_funded = scene.dice.randrange(3_000_00, 12_000_00), not scene.chance(100)
    on = scene.day(scene.dice.randint(1, 12)) if is_funded else None
    known = (scene.serial("ZS"), person.person_id, person.name, cause, yuan(due))
    paid = yuan(due if is_funded else 0)
    yield Row("funding", (*known, paid, on, "已做实" if is_funded else "未做实"))
    if has_died:
        yield Planted("death", "funding", person.person_id)


def _retiree(scene: Scene, number: int) -> Iterator[Told]:
    dice, person = scene.dice, some_person(scene, number, 55, 90)
    is_new, is_separated = scene.chance(800), not scene.chance(60)
    year = scene.year if is_new else scene.year - dice.randint(1, 20)
    retired = f"{year}-{dice.randint(1, 12):02d}-01"
    separated = scene.day(dice.randint(1, 12)) if is_separated else None
    has_died = scene.chance(scene.rates.deaths)
    payer = "原企业" if not is_separated and scene.chance(5_000) else "财政"
    known = (person.person_id, person.id_number, person.name, f"MNQY{number % 53:04d}", retired)
    told = ("新退休" if is_new else "已退休", separated, "已分离" if is_separated else "未分离")
    yield Row("retiree", (*known, *told, payer, "已故" if has_died else "在管"))
    if has_died:
        yield Planted("death", "retiree", person.person_id)
    if number % 50 == 1:
        amount = yuan(dice.randrange(500_00, 5_000_00))
        on = scene.day(dice.randint(3, 12))
        yield Row("grant", (scene.serial("BF"), f"模拟社区{number // 50 + 1}", on, amount))


def _moved(scene: Scene, number: int) -> Iterator[Told]:
    has_moved = not scene.chance(100)
    on = scene.day(scene.dice.randint(3, 9)) if has_moved else None
    status = "已搬迁" if has_moved else "未搬迁"
    yield Row("office", (f"MNKS{number:03d}", f"模拟科室{number}", on, status))
    for item in ("搬运", "拆装", "布线", "标识"):
        amount = yuan(scene.dice.randrange(100_00, 2_500_00))
        invoiced = scene.day(scene.dice.randint(3, 11))
        yield Row("expense", (scene.serial("FP"), item, invoiced, amount))


OFFICE = (
    System(name="operations", before=_systems, each=_upkeep, after=_bought),
    System(name="electronic-seal", each=_seal),
    System(name="dedicated-line", each=_line),
    System(name="hired-staff", each=_hired),
    System(name="village-post", each=_posted),
    System(name="annuity-funding", each=_funded),
    System(name="retiree-management", each=_retiree),
    System(name="office-move", each=_moved),
)
