"""A training centre's own ledger, a measure of it, and what comes of it."""

import msgspec

from jiheng.evidence.copying.source import source_of
from jiheng.evidence.measuring import Order, measured
from jiheng.web.forms.models import FormRecord
from jiheng.web.measures.choosing import choice_of, choose, days_of, own
from jiheng.web.measures.models import RowMeasure
from tests.web.city import FORM, City

LEDGER = """
system: training
title: 职业培训系统
title_en: Vocational training
meaning: 培训班的学员
tables:
  - name: trainee
    title: 学员
    meaning: 一行是一名学员一期班
    key: [trainee_id]
    columns:
      - {name: trainee_id, title: 学员编号}
      - {name: person_id, title: 个人编号, personal: true}
      - {name: status, title: 状态, values: [结业, 退学]}
      - {name: finished, title: 结业日期, type: date, optional: true}
"""
MEASURE = """
schema: jiheng.measure/1
id: people-trained
title: 结业人数
feeds: [培训人数]
ledger: training.yaml
question: {ask: distinct, table: trainee, column: person_id, period: finished, where: [{column: status, value: 结业}]}
unit: 人
"""
TRAINEES = """学员编号,个人编号,状态,结业日期
T1,530100001,结业,2024-03-05
T2,530100001,结业,2024-09-09
T3,530100002,结业,2024-06-30
T4,530100003,退学,
"""
NAME = FORM.indicators[0].name


def chosen_for(city: City, record: FormRecord, measure: str = MEASURE) -> RowMeasure:
    """Return the measure that 李芳 chose for the first row of her form."""
    choice = own(measure.encode(), LEDGER.encode(), record.year)
    return choose(city.clerk, record, 0, NAME, choice)


def measured_from(chosen: RowMeasure, folder) -> bytes:
    """Return the result as whoever holds the data computed it from the file of trainees."""
    (folder / "trainee.csv").write_text(TRAINEES, encoding="utf-8")
    choice = choice_of(chosen)
    order = Order(
        measure=choice.measure,
        ledger=choice.ledger,
        sources=(source_of(f"trainee={folder}/trainee.csv"),),
        interval=days_of(choice.measure, chosen.record.year),
        by="吴台账",
    )
    return msgspec.json.encode(measured(order))


def serve_ledger(data, folder, *, holder: str = "云岭市就业服务中心") -> None:
    """Name the folder of trainees as a ledger that the server may read."""
    documentation = folder / "training.yaml"
    documentation.write_text(LEDGER, encoding="utf-8")
    (data / "ledgers.toml").write_text(
        f'[[ledger]]\nname = "培训系统"\nsystem = "{documentation}"\nholder = "{holder}"\n'
        f'sources = ["{folder}"]\n',
        encoding="utf-8",
    )
