"""A form of an invented unit that fills every cell a layout may have."""

from msgspec import yaml

from jiheng.model.form import Form

FULL = yaml.decode(
    """
id: full-1
source: {path: 自评表, format: text, part: text, index: 1, sha256: '0'}
year: 2024
reporting_unit: 临江县文化馆
filled_on: "2025-01-16"
contact: 乔禾
project: {name: 公共文化场馆免费开放, code: "52022124T000091", department: 临江县文化和旅游局,
  department_code: "418", implementing_unit: 临江县文化馆}
funds:
  unit: 万元
  lines:
    - {label: 年度资金总额, initial_budget: "80", adjusted_budget: "86.5", executed: "84.77",
       weight: "10", rate: 98%, score: "9.8", reason: 追加夏令营经费。}
    - {label: 当年财政拨款, initial_budget: "80", adjusted_budget: "86.5", executed: "84.77"}
    - {label: 其他资金}
goal: {expected: 全年免费开放300天; 办展览12场。, actual: 开放306天; 办展览12场。}
goals:
  - {expected: 全年免费开放300天。, actual: 开放306天。}
  - {expected: 办展览12场。, actual: 办展览12场。}
indicators:
  - {level1: 产出指标, level1_printed: 产出指标, level2: 数量指标, name: 免费开放天数,
     target: ≥300天, adjusted_target: ≥305天, actual: 306天, weight: "30", score: "30",
     method: 完成比例×分值, unit: 天, nature: ≥, coefficient: "100", is_core: 是, deduction: "0",
     review_actual: 306天, review_score: "30", review_reason: 与台账相符, goal: 0}
  - {level1: 产出指标, level1_printed: 产出指标, level2: 质量指标, name: 场馆设施完好率,
     target: =100%, adjusted_target: =100%, actual: 96%, weight: "20", score: "19.2",
     method: 完成比例×分值, reason: 空调两台待修; 2025年2月修好。, unit: "%", nature: "=",
     coefficient: "96", is_core: 否, deduction: "0.8", review_actual: 96%, review_score: "19.2",
     review_reason: 与台账相符, goal: 0}
  - {level1: 效益指标, level1_printed: 效益指标, level2: 社会效益指标, name: 丰富群众文化生活,
     target: 有所丰富, adjusted_target: 有所丰富, actual: 达成年度指标, weight: "30",
     score: "28", method: 三档, nature: 定性, coefficient: "93", is_core: 否, deduction: "2",
     reason: 乡镇场次偏少。, review_actual: 达成年度指标, review_score: "27",
     review_reason: 佐证不全, goal: 1}
  - {level1: 满意度指标, level1_printed: 满意度指标, level2: 服务对象满意度指标,
     name: 观众满意度, target: ≥90%, adjusted_target: ≥90%, actual: 95%, weight: "10",
     score: "10", method: 问卷, unit: "%", nature: ≥, coefficient: "100", is_core: 是,
     deduction: "0", review_actual: 95%, review_score: "10", review_reason: 问卷120份, goal: 1}
total: {weight: "100", score: "97", grade: 优}
conclusion: 项目按计划完成, 自评得分97分。
texts:
  - {label: 存在问题, text: 乡镇场次偏少。}
  - {label: 改进措施, text: 按季度排定下乡场次。}
  - {label: 其他需要说明事项, text: 无其他事项需要说明。}
""",
    type=Form,
)
