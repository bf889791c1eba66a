"""Small corpora of forms as a clerk writes them."""

from jiheng.corpus.coded.coding import code_form
from jiheng.corpus.coded.gathering import FormFacts, Gathered
from jiheng.corpus.coded.keys import key_of
from jiheng.corpus.store.manifest import write_manifest
from jiheng.corpus.store.writing import CodedWriter
from jiheng.model.corpus import Manifest, PackUse
from jiheng.rulebook.loading import load_pack
from jiheng.scoring.kernels.forms import BLANK
from tests.audit.forms import build

TRAINING = """
    产出指标(50分) | 数量指标 | 培训人数 | ≥100人 | {people}人 | 30 | 30
    | 时效指标 | 完成时间 | 2023年11月底前 | 2023年10月 | 20 | 20
    效益指标(30分) | 社会效益指标 | 群众知晓率 | ≥80% | 90% | 30 | 30
    满意度指标(10分) | 服务对象满意度指标 | 学员满意度 | ≥90% | 95% | 10 | 10
"""
"""100 points, as long as nobody deducts for the people above the target."""
ALMOST, HALF_MORE = TRAINING.format(people=110), TRAINING.format(people=150)
NO_WEIGHT = TRAINING.format(people=150).replace("| 30 | 30\n    |", "|  | 30\n    |")
"""A score that nobody can recompute."""
SHORT = TRAINING.format(people=50)
"""85 points: half of the people, half of 30."""


def facts(number, yuan, department, pack):
    return FormFacts(
        ids=f"form-{number}",
        department=department,
        unit="云溪县职业技能中心",
        project=f"培训补助{number}",
        sector=None,
        pack=pack,
        grade=None,
        total=BLANK,
        amount=BLANK if yuan is None else yuan * 100,
    )


def gathered(
    *rows, yuan=100_000, department="云溪县人力资源局", pack="cn-2020-10", region="990100"
):
    """Return forms with these rows and with this budget each, of the year 2024."""
    forms = Gathered(2024, region)
    for number, each in enumerate(rows, 1):
        told = facts(number, yuan, department, pack)
        forms.add(code_form(build({"indicators": each})), told, key_of(told.ids))
    return forms.batch()


def saved(folder, *batches, packs=("cn-2020-10",)):
    """Write each batch as a part of a corpus."""
    uses = tuple(
        PackUse(id=pack.id, version=pack.version, forms=1) for pack in map(load_pack, packs)
    )
    parts = tuple(part(folder, batch, uses) for batch in batches)
    manifest = Manifest(jiheng="0", parts=parts)
    folder.mkdir(exist_ok=True)
    write_manifest(folder, manifest)
    return folder


def part(folder, batch, uses):
    writer = CodedWriter(folder, batch.year, batch.region)
    writer.write(batch)
    return writer.finish(uses)
