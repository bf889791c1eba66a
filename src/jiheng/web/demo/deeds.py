"""What people do with the demonstration's forms: the orders that their pages would send."""

from collections.abc import Callable

from msgspec.structs import replace

from jiheng.model.form import Form
from jiheng.web.chain.actions.approve_adjustment import approve_adjustment
from jiheng.web.chain.actions.approve_target import approve_target
from jiheng.web.chain.actions.ask_adjustment import ask_adjustment
from jiheng.web.chain.actions.declare import declare
from jiheng.web.chain.actions.fill import fill
from jiheng.web.chain.actions.hand_in import hand_in
from jiheng.web.chain.actions.recheck import recheck
from jiheng.web.chain.actions.report_monitoring import report_monitoring
from jiheng.web.chain.actions.resubmit import resubmit
from jiheng.web.chain.actions.review_department import review_department
from jiheng.web.chain.actions.review_target import review_target
from jiheng.web.chain.actions.send_back import BACK_TO, send_back
from jiheng.web.chain.openness import open_paths, returned_cells, writable_at
from jiheng.web.chain.order import Aspect, CellRemark, Order
from jiheng.web.chain.steps import Step
from jiheng.web.demo.following import advise_next, issue, rectify, refuse, settle
from jiheng.web.demo.progress import achieved_by, countable, raised
from jiheng.web.demo.projects import differences
from jiheng.web.demo.proving import attach_list, survey
from jiheng.web.demo.rows import answer_row, send_rows
from jiheng.web.demo.scoring import score_rows, score_some
from jiheng.web.demo.tale import Tale, record_of
from jiheng.web.forms.remembering import judged_here
from jiheng.web.forms.saving import CellChange, Registration, form_of, register
from jiheng.web.years.linking import link, loose_names

_MOST_CELLS = 4


Act = Callable[[Order], object]
Deed = Callable[[Tale], None]


def _begin(tale: Tale) -> None:
    about = Registration(
        number=tale.number,
        organisation=tale.unit.unit,
        filler=tale.unit.clerk,
        route=tale.unit.route.id,
    )
    register(tale.form.begun, about)


def _by_clerk(act: Act) -> Deed:
    """What is a single button for the clerk."""

    def done(tale: Tale) -> None:
        act(_order(tale))

    return done


def _by_judge(act: Act) -> Deed:
    """What is a single button for whoever judges at the form's step."""

    def done(tale: Tale) -> None:
        act(_judged(tale))

    return done


def _review_target(tale: Tale) -> None:
    review_target(replace(_judged(tale), aspects=tuple(Aspect)))


def _return_target(tale: Tale) -> None:
    row, _ = countable(tale.form.right)
    cell = CellRemark(path=f"{row}.target", remark="与上年完成值相差较大，请写明依据或调整")
    reason = "目标值的依据不够清楚，请对照上年完成情况和本年预算核定后再报。"
    send_back(replace(_judged(tale), cells=(cell,), reason=reason))


def _mend_target(tale: Tale) -> None:
    """The clerk raises the target that came back, and declares again."""
    row, target = countable(tale.form.right)
    fill(_writing(tale, (CellChange(path=f"{row}.target", new=raised(target, 5)),)))
    resubmit(_order(tale))


def _link_rows(tale: Tale) -> None:
    """The reviewer says which row of last year's form a renamed one is."""
    record = record_of(tale)
    gone, new = loose_names(record)
    for name in new:
        before = next((each for each in gone if name.endswith(each)), None)
        if before is not None:
            link(record, tale.unit.reviewer, name, before)


def _report(tale: Tale) -> None:
    order = _order(tale)
    rule = tale.unit.route.monitoring
    month = rule.month if rule else 0
    report_monitoring(replace(order, achieved=achieved_by(tale.form.right, month, tale.number)))


def _ask_adjustment(tale: Tale) -> None:
    row, target = countable(tale.form.right)
    wish = CellChange(path=f"{row}.target", new=raised(target, 20))
    reason = "年中追加了任务和预算，原目标值偏低，申请调整。"
    ask_adjustment(replace(_order(tale), changes=(wish,), reason=reason))


def _fill_some(tale: Tale) -> None:
    """The clerk has the money and the first half of the rows."""
    half = len(tale.form.filed.indicators) // 2
    rows = tuple(f"indicators[{index}]." for index in range(half))
    changes = _towards(tale, tale.form.filed)
    fill(_writing(tale, tuple(each for each in changes if each.path.startswith(("funds", *rows)))))


def _fill(tale: Tale) -> None:
    fill(_writing(tale, _towards(tale, tale.form.filed)))


def _correct(tale: Tale) -> None:
    """The clerk mends what the return opened."""
    fill(_writing(tale, _towards(tale, tale.form.right)))


def _resubmit(tale: Tale) -> None:
    resubmit(replace(_order(tale), reason="已与台账核对，按审核意见修改。"))


def _score(tale: Tale) -> None:
    score_rows(tale, _judged(tale).person)


def _score_some(tale: Tale) -> None:
    score_some(tale, _judged(tale).person)


def _return(tale: Tale) -> None:
    """The judge points to what the findings point to."""
    cells = _found(tale)
    reason = "退回单元格的数与其他栏对不上，请核对后修改，有偏差的写明原因。"
    plain = (CellRemark(path="indicators[0].actual", remark="请与台账核对"),)
    send_back(replace(_judged(tale), cells=cells or plain, reason=reason))


DEEDS: dict[str, Deed] = {
    "begin": _begin,
    "declare": _by_clerk(declare),
    "review-target": _review_target,
    "return-target": _return_target,
    "mend-target": _mend_target,
    "approve-target": _by_judge(approve_target),
    "link-rows": _link_rows,
    "report": _report,
    "ask-adjustment": _ask_adjustment,
    "approve-adjustment": _by_judge(approve_adjustment),
    "fill-some": _fill_some,
    "fill": _fill,
    "send-rows": send_rows,
    "answer-row": answer_row,
    "attach-list": attach_list,
    "survey": survey,
    "hand-in": _by_clerk(hand_in),
    "return": _return,
    "correct": _correct,
    "resubmit": _resubmit,
    "score": _score,
    "score-some": _score_some,
    "review": _by_judge(review_department),
    "return-late": _return,
    "score-late": _score,
    "recheck": _by_judge(recheck),
    "notice": issue,
    "rectify": rectify,
    "refuse": refuse,
    "settle": settle,
    "advise": advise_next,
}
"""Each deed by its name."""


def _order(tale: Tale) -> Order:
    record = record_of(tale)
    return Order(person=tale.unit.clerk, record=record.pk, version=record.version)


def _writing(tale: Tale, changes: tuple[CellChange, ...]) -> Order:
    return replace(_order(tale), changes=changes)


def _judged(tale: Tale) -> Order:
    record = record_of(tale)
    judge_ = tale.unit.judge_at(Step(record.step), tale.offices)
    return Order(person=judge_, record=record.pk, version=record.version)


def _towards(tale: Tale, wanted: Form) -> tuple[CellChange, ...]:
    """Return what is left to write, as far as it is open."""
    record = record_of(tale)
    form = form_of(record)
    return differences(form, wanted, open_paths(form, record, returned_cells(record)))


def _found(tale: Tale) -> tuple[CellRemark, ...]:
    record = record_of(tale)
    form = form_of(record)
    can_open = writable_at(form, BACK_TO[Step(record.step)])
    told = {
        path: each.message
        for each in judged_here(form, record.papers).audit.findings
        if each.counts and each.severity != "info"
        for path in (each.mend_at or each.at)
        if path in can_open
    }
    cells = tuple(CellRemark(path=path, remark=remark) for path, remark in told.items())
    return cells[:_MOST_CELLS]
