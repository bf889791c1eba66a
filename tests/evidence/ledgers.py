"""A ledger of an invented system, and folders with copies of its tables."""

from jiheng.model.ledger import Ledger
from jiheng.rulebook.ledgers import parse_ledger

LEDGER: Ledger = parse_ledger(
    """
system: cards
title: 云溪县卡务系统
title_en: Cards of Yunxi
meaning: 制卡和发卡
tables:
  - name: card
    title: 社保卡
    meaning: 一行是一张卡
    key: [card_id]
    columns:
      - {name: card_id, title: 卡号}
      - {name: person_id, title: 个人编号, personal: true}
      - {name: person_name, title: 姓名, personal: true, optional: true}
      - {name: born, title: 出生日期, type: date, personal: true, optional: true}
      - {name: kind, title: 种类, values: [新制, 补换]}
      - {name: cost, title: 工本费, type: decimal, places: 2, unit: 元, optional: true}
      - {name: minutes, title: 办理用时, type: integer, unit: 分钟, optional: true}
      - {name: applied, title: 申请日期, type: date, optional: true}
      - {name: made, title: 制卡日期, type: date}
      - {name: month, title: 月份, type: month, optional: true}
      - {name: year, title: 年度, type: integer, unit: 年, optional: true}
  - name: person
    title: 人员
    meaning: 一行是一个人
    key: [person_id]
    columns:
      - {name: person_id, title: 个人编号, personal: true}
      - {name: county, title: 县区}
""".encode(),
    "cards.yaml",
)
CARD, PERSON = LEDGER.tables

CARDS = """卡号,个人编号,姓名,出生日期,种类,工本费（元）,办理用时,申请日期,制卡日期,月份,年度
C1,P1,甲一,1950-01-02,新制,20.00,30,2023-01-04,2023-01-05,2023-01,2023
C2,P1,甲一,1950-01-02,补换,20.00,45,2023-03-09,2023-03-09,2023-03,2023
C3,P2,乙二,1960-05-06,新制,18.50,10,2023-06-01,2023-06-11,2023-06,2023
C4,P3,丙三,1970-07-08,新制,0.10,,2023-12-30,2023-12-31,2023-12,2023
C5,P4,丁四,1980-09-10,新制,20.00,20,2022-12-30,2022-12-31,2022-12,2022
"""
PERSONS = """个人编号,县区
P1,云溪
P2,云溪
P3,石桥
"""
