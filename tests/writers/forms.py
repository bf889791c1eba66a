"""Forms of invented units, as a reader hands them over."""

from msgspec import yaml

from jiheng.model.form import Form

SOURCE = "{path: 自评表, format: text, part: text, index: 1, sha256: '0'}"

ROADS = yaml.decode(
    f"""
id: roads-1
source: {SOURCE}
layout: guyuan-2024
title: 云溪市本级部门项目支出绩效自评表
year: 2024
project: {{name: 农村公路养护, department: 云溪市交通运输局, implementing_unit: 云溪市公路站}}
funds:
  unit: 万元
  heading_weight: "10"
  lines:
    - {{label: 年度资金总额, initial_budget: "120", executed: "117.6", weight: "10", rate: 98%,
       score: "9.8", method: 执行率×该指标分值}}
    - {{label: 财政拨款, initial_budget: "120", executed: "117.6", rate: 98%}}
    - {{label: 其他资金}}
goal: {{expected: 养护公路320公里, actual: 养护公路326公里}}
indicators:
  - {{level1: 产出指标, level1_printed: 产出指标, level1_points: "50", level2: 数量指标,
     name: 养护里程, target: ≥320公里, actual: 326公里, weight: "20", score: "20",
     method: 按完成比例计分}}
  - {{level1: 产出指标, level1_printed: 产出指标, level1_points: "50", level2: 数量指标,
     name: 修补坑槽, target: ≥1500平方米, actual: 1480平方米, weight: "20", score: "19.73",
     method: 按完成比例计分, reason: "11月连续降雪;\\n剩余部分2025年3月完成。"}}
  - {{level1: 产出指标, level1_printed: 产出指标, level1_points: "50", level2: 时效指标,
     name: 完成时间, target: 2024年11月底前, actual: 2024年11月20日, weight: "10", score: "10"}}
  - {{level1: 效益指标, level1_printed: 绩效指标, level1_points: "30", level2: 社会效益指标,
     name: 受益村庄, target: =46个, actual: 46个, weight: "30", score: "30", method: 同上}}
  - {{level1: 满意度指标, level1_printed: 满意度指标, level1_points: "10",
     level2: 服务对象满意度指标, name: 群众满意度, target: ≥90%, actual: 93%, weight: "10",
     score: "10"}}
total: {{score: "99.53"}}
notes: [每项得分以分值为限。, "没有完成的, 请说明原因。"]
""",
    type=Form,
)

WATER = yaml.decode(
    f"""
id: water-1
source: {SOURCE}
layout: liupanshui-2023
title: 项目支出绩效目标自评表
year: 2024
reporting_unit: 临江县水务局
filled_on: "2025-01-16"
contact: 乔禾
project: {{name: 农村饮水安全, department: 临江县水务局, department_code: "418",
  implementing_unit: 临江县供水站}}
funds:
  unit: 元
  lines:
    - {{label: 年度资金总额, initial_budget: "3000000", adjusted_budget: "3000000",
       executed: "2940000", weight: "10", rate: "98.00", score: "9.8"}}
    - {{label: 财政拨款, initial_budget: "3000000", adjusted_budget: "3000000",
       executed: "2940000"}}
    - {{label: 本级安排, of: 财政拨款, initial_budget: "1000000.00",
       adjusted_budget: "1000000.00", executed: "980000.00"}}
    - {{label: 上级补助, of: 财政拨款, initial_budget: "2000000", adjusted_budget: "2000000",
       executed: "1960000"}}
    - {{label: 其他, initial_budget: "0", adjusted_budget: "0", executed: "0"}}
goal:
  expected: "1. 改造管网42公里。\\n2. 新建净水站6座。"
  actual: 改造管网43.5公里, 建成净水站6座。
indicators:
  - {{level1: 产出指标, level1_printed: 产出指标, level1_points: "50", level2: 数量指标,
     name: 改造管网长度, target: ≥42公里, actual: 43.5公里, weight: "30", score: "30"}}
  - {{level1: 产出指标, level1_printed: 产出指标, level1_points: "50", level2: 成本指标,
     name: 成本金额, target: ≤300万元, actual: 294万元, weight: "20", score: "20"}}
  - {{level1: 效益指标, level1_printed: 效益指标, level1_points: "30", level2: 可持续影响指标,
     name: 水费收缴率, target: ≥90%, actual: 86.4%, weight: "30", score: "28.8",
     reason: 外出务工户没有及时缴费; 已开通线上缴费。}}
  - {{level1: 满意度指标, level1_printed: 满意度指标, level1_points: "10", level2: 满意度指标,
     name: 用水户满意度, target: ≥90%, actual: 95%, weight: "10", score: "10"}}
total: {{weight: "100", score: "98.6"}}
conclusion: 项目按计划完成, 自评得分98.6分, 等次为优。
""",
    type=Form,
)
