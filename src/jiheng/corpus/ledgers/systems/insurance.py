"""Core insurance records, certification of those who draw benefits, unemployment benefits."""

from collections.abc import Iterator

from jiheng.corpus.ledgers.lives import YEAR, some_life, told_life
from jiheng.corpus.ledgers.people import Person, some_person
from jiheng.corpus.ledgers.scene import Row, Scene, Told, yuan
from jiheng.corpus.ledgers.systems.system import System, first_month, returned

_KINDS = ("企业养老", "失业", "工伤")
_PENSIONABLE = 60


def _core(scene: Scene, number: int) -> Iterator[Told]:
    if scene.chance(2_500):
        yield from _pensioner(scene, number)
        return
    person = some_person(scene, number, 18, _PENSIONABLE - 1)
    employer = f"MNDW{number % 997:05d}"
    for kind in _KINDS:
        known = (person.person_id, person.id_number, person.name, kind, employer)
        yield Row("should_be_insured", known)
    if scene.chance(700):
        return  # should be insured, and is not
    joined = f"{scene.year - scene.dice.randint(0, 12)}-{scene.dice.randint(1, 12):02d}-01"
    status = "暂停参保" if scene.chance(150) else "正常参保"
    for kind in _KINDS:
        yield Row("insured", (person.person_id, kind, employer, joined, status))
    yield from _core_contributions(scene, person)


def _core_contributions(scene: Scene, person: Person) -> Iterator[Told]:
    due = scene.dice.randrange(700_00, 2_000_00)
    for month in range(1, YEAR + 1):
        is_paid = not scene.chance(800)
        paid_on = scene.day(month) if is_paid else None
        known = (scene.serial("JF"), person.person_id, "企业养老", scene.month(month))
        amounts = (yuan(due), yuan(due if is_paid else 0))
        yield Row("contribution", (*known, *amounts, paid_on))


def _pensioner(scene: Scene, number: int) -> Iterator[Told]:
    person = some_person(scene, number, _PENSIONABLE, 90)
    life = some_life(scene, first_month(person, _PENSIONABLE, scene))
    yield from told_life(life, person.person_id, scene)
    amount = scene.dice.randrange(1_800_00, 6_000_00)
    for month, paid in life.paid():
        known = (scene.serial("FF"), person.person_id, "企业养老", scene.month(month))
        yield Row("benefit", (*known, scene.day(paid, 5, 15), yuan(amount), returned(scene)))


def _certified(scene: Scene, number: int) -> Iterator[Told]:
    dice = scene.dice
    person = some_person(scene, number, _PENSIONABLE + 1, 90)
    life = some_life(scene)._replace(after=0)  # nobody is paid here
    due = scene.day(dice.randint(1, 12))
    yield Row("due", (person.person_id, person.id_number, person.name, due))
    yield from told_life(life, person.person_id, scene, "activation")
    if life.died is not None or (life.suspended is not None and life.resumed is None):
        return
    if scene.chance(300):  # the first try fails
        on = scene.day(life.resumed or dice.randint(1, 12), 1, 10)
        yield _certification(scene, person, on, "未通过")
    on = scene.day(life.resumed or dice.randint(1, 12), 11)
    yield _certification(scene, person, on, "通过")


def _certification(scene: Scene, person: Person, on: str, result: str) -> Row:
    channel = scene.dice.choice(("人脸识别", "人脸识别", "数据比对", "窗口", "上门"))
    return Row("certification", (scene.serial("RZ"), person.person_id, on, channel, result))


def _unemployed(scene: Scene, number: int) -> Iterator[Told]:
    dice = scene.dice
    person = some_person(scene, number, 20, _PENSIONABLE - 1)
    month, days = dice.randint(1, 12), dice.randint(1, 10)
    result = "不通过" if scene.chance(500) else "通过"
    channel = "窗口" if scene.chance(1_500) else "网上"
    known = (scene.serial("SL"), person.person_id, person.id_number, person.name)
    decided = scene.day(month, 15)
    yield Row("application", (*known, scene.day(month, 1, 14), channel, decided, days, result))
    if result == "不通过":
        return
    life = some_life(scene, month + 1)
    yield from told_life(life, person.person_id, scene)
    amount = dice.choice((1_260_00, 1_380_00, 1_512_00))
    for due, paid in life.paid():
        record = (scene.serial("FF"), person.person_id, scene.month(due), scene.day(paid, 5, 15))
        yield Row("payment", (*record, yuan(amount), returned(scene)))


INSURANCE = (
    System(name="social-insurance-core", each=_core),
    System(name="certification", each=_certified),
    System(name="unemployment-online", each=_unemployed),
)
