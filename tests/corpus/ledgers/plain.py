"""The ready measures once more, worked out by sets, loops and decimals over the rows of the files.

It shares nothing with the program under test: neither its queries nor its reading of files.
"""

import csv
from collections.abc import Callable, Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from math import ceil
from pathlib import Path

Row = dict[str, str]


class Books:
    """The files of one made-up ledger."""

    def __init__(self, folder: Path, year: int) -> None:
        self.folder = folder
        self.year = str(year)

    def rows(self, table: str, **wanted: str) -> list[Row]:
        (path,) = self.folder.glob(f"*.{table}.*.csv")
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [row for row in csv.DictReader(file) if fits(row, wanted)]

    def inside(self, table: str, column: str, **wanted: str) -> list[Row]:
        return [row for row in self.rows(table, **wanted) if row[column].startswith(self.year)]


def fits(row: Row, wanted: Row) -> bool:
    return all(row[name] == value for name, value in wanted.items())


def once(rows: Iterable[Row]) -> Iterator[Row]:
    seen: set[tuple[str, ...]] = set()
    for row in rows:
        cells = tuple(row.values())
        if cells not in seen:
            seen.add(cells)
            yield row


def people(rows: Iterable[Row], *columns: str) -> int:
    return len({tuple(row[column] for column in columns) for row in rows})


def total(rows: Iterable[Row], column: str) -> Decimal:
    return sum((Decimal(row[column]) for row in once(rows)), Decimal(0))


def percent(part: Decimal | int, whole: Decimal | int, places: int = 2) -> str:
    return quotient(Decimal(part) * 100, whole, places)


def quotient(part: Decimal | int, whole: Decimal | int, places: int = 2) -> str:
    step = Decimal(1).scaleb(-places)
    return str((Decimal(part) / Decimal(whole)).quantize(step, ROUND_HALF_UP))


def money(amount: Decimal) -> str:
    return quotient(amount, 1)


def last(rows: Iterable[Row], column: str) -> str:
    return max(row[column] for row in rows if row[column])


def mean(rows: Iterable[Row], column: str) -> str:
    each = [Decimal(row[column]) for row in once(rows)]
    return quotient(sum(each, Decimal(0)), len(each))


def at_most(rows: Iterable[Row], column: str, share: int) -> str:
    each = sorted(int(row[column]) for row in once(rows))
    return str(each[ceil(len(each) * share / 100) - 1])


PAID = {"发放状态": "成功"}


def insured_rate(books: Books) -> str:
    insured = people(books.rows("insured", 参保状态="正常参保"), "个人编号")
    return percent(insured, people(books.rows("should_be_insured"), "个人编号"))


def contribution_rate(books: Books) -> str:
    rows = books.inside("contribution", "费款所属月份")
    return percent(total(rows, "实缴金额"), total(rows, "应缴金额"))


def core_recipients(books: Books) -> str:
    return str(people(books.inside("benefit", "待遇所属月份", 险种="企业养老", **PAID), "个人编号"))


def core_last_arrival(books: Books) -> str:
    return last(books.inside("contribution", "费款所属月份"), "到账日期")


def recipients(books: Books) -> str:
    return str(people(books.inside("payment", "待遇所属月份", **PAID), "个人编号"))


def supplemented(books: Books) -> list[Row]:
    rows = books.inside("payment", "待遇所属月份", **PAID)
    return [row for row in rows if Decimal(row["65岁以上增发"]) > 0]


def supplement_recipients(books: Books) -> str:
    return str(people(supplemented(books), "个人编号"))


def supplement_person_months(books: Books) -> str:
    return str(people(supplemented(books), "个人编号", "待遇所属月份"))


def resident_person_months(books: Books) -> str:
    return str(people(books.inside("payment", "待遇所属月份", **PAID), "个人编号", "待遇所属月份"))


def base_standard(books: Books) -> str:
    return max(books.rows("base_standard"), key=lambda row: row["执行起始月份"])["月标准"]


def raised_standard(books: Books) -> str:
    rows = [row for row in supplemented(books) if row["待遇所属月份"] == f"{books.year}-12"]
    return str(min(Decimal(row["基础养老金"]) + Decimal(row["65岁以上增发"]) for row in rows))


def resident_contributors(books: Books) -> str:
    return str(people(books.inside("contribution", "缴费年度", 缴费状态="到账"), "个人编号"))


def resident_contributions(books: Books) -> str:
    return money(total(books.inside("contribution", "缴费年度", 缴费状态="到账"), "个人缴费金额"))


def special(books: Books) -> int:
    return people((row for row in books.rows("insured") if row["特殊群体"] != "无"), "个人编号")


def special_coverage(books: Books) -> str:
    return percent(special(books), people(books.rows("special_person"), "个人编号"))


def institution_contributors(books: Books) -> str:
    return str(people(books.inside("contribution", "费款所属月份", 缴费状态="到账"), "个人编号"))


def paid_in_full(table: str, paid: str, due: str, month: str) -> Callable[[Books], str]:
    def worked_out(books: Books) -> str:
        rows = books.inside(table, month)
        received = [row for row in rows if row["发放状态"] == "成功"]
        return percent(total(received, paid), total(rows, due))

    return worked_out


def latest_day(books: Books) -> str:
    return at_most(books.inside("payment", "待遇所属月份"), "发放日", 100)


def own_vouchers(books: Books) -> list[Row]:
    rows = books.inside("fund_flow", "记账日期")
    return [row for row in rows if row["收支类别"] != "财政补助收入"]


def gap(books: Books) -> str:
    rows = own_vouchers(books)
    return money(max(Decimal(0), total(rows, "支出金额") - total(rows, "收入金额")))


def interest_rate(fund: str) -> Callable[[Books], str]:
    def worked_out(books: Books) -> str:
        rows = books.inside("interest", "结息日期", 基金=fund)
        return percent(total(rows, "利息金额"), total(rows, "计息本金"))

    return worked_out


def fund_balance(books: Books) -> str:
    rows = books.rows("balance", 基金="城乡居民养老", 月份=f"{books.year}-12")
    return money(total(rows, "月末余额"))


def city_grant(books: Books) -> str:
    return money(total(books.inside("grant", "到账日期", 出资级次="市"), "到账金额"))


def certification_rate(books: Books) -> str:
    done = people(books.inside("certification", "认证日期", 认证结果="通过"), "个人编号")
    return percent(done, people(books.rows("due"), "个人编号"))


def reactivated(books: Books) -> str:
    return str(people(books.inside("activation", "生效月份", 变更种类="恢复"), "个人编号"))


def transfer_in_time(books: Books) -> str:
    rows = [row for row in books.inside("transfer", "申请日期") if row["办理状态"] != "退回"]
    done = [row for row in rows if row["办理状态"] == "办结" and int(row["办理工作日"]) <= 45]
    return percent(people(done, "转移流水号"), people(rows, "转移流水号"))


def card_cost(books: Books) -> str:
    used = total(books.inside("consumption", "月份"), "领用金额")
    return quotient(used, people(books.inside("card", "制卡日期"), "卡号"))


def share_of(
    table: str, key: str, day: str, wanted: Callable[[Row], bool], **among: str
) -> Callable[[Books], str]:
    def worked_out(books: Books) -> str:
        rows = books.inside(table, day, **among)
        return percent(people(filter(wanted, rows), key), people(rows, key))

    return worked_out


def employers_online(books: Books) -> str:
    rows = books.rows("employer")
    opened = people((row for row in rows if row["网上开通日期"]), "单位编号")
    return percent(opened, people(rows, "单位编号"))


def settlement_online(books: Books) -> str:
    rows = books.inside("settlement", "结算日期", 结算状态="成功")
    online = [row for row in rows if row["结算方式"] == "联网结算"]
    return percent(total(online, "基金支付金额"), total(rows, "基金支付金额"))


def line_months(books: Books) -> str:
    rows = books.inside("line_month", "月份", 运行状态="正常")
    running = [row for row in rows if int(row["中断时间"]) < int(row["应运行时间"])]
    return str(people(running, "月份"))


def line_availability(books: Books) -> str:
    rows = books.inside("line_month", "月份")
    due = total(rows, "应运行时间")
    return percent(due - total(rows, "中断时间"), due, 3)


def hired_cost(books: Books) -> str:
    rows = books.inside("pay", "月份", **PAID)
    return quotient(total(rows, "实发工资"), people(rows, "人员编号", "月份"))


def annuity_funded(books: Books) -> str:
    rows = books.rows("funding")
    return percent(total(rows, "已做实金额"), total(rows, "应做实金额"))


def separated(cohort: str) -> Callable[[Books], str]:
    def worked_out(books: Books) -> str:
        rows = books.rows("retiree", 退休批次=cohort, 人员状态="在管")
        parted = people((row for row in rows if row["是否分离"] == "已分离"), "个人编号")
        return percent(parted, people(rows, "个人编号"))

    return worked_out


def relieved(books: Books) -> str:
    rows = books.rows("retiree", 人员状态="在管")
    paid = people((row for row in rows if row["费用承担"] == "财政"), "个人编号")
    return percent(paid, people(rows, "个人编号"))


def moved_share(books: Books) -> str:
    rows = books.rows("office")
    return percent(
        people(books.rows("office", 搬迁状态="已搬迁"), "科室编号"), people(rows, "科室编号")
    )


def number_of(table: str, key: str, day: str, **among: str) -> Callable[[Books], str]:
    return lambda books: str(people(books.inside(table, day, **among), key))


def sum_of(table: str, amount: str, day: str, **among: str) -> Callable[[Books], str]:
    return lambda books: money(total(books.inside(table, day, **among), amount))


def last_of(table: str, day: str, **among: str) -> Callable[[Books], str]:
    return lambda books: last(books.inside(table, day, **among), day)


VALUES: dict[str, Callable[[Books], str]] = {
    "insured-rate": insured_rate,
    "contribution-rate": contribution_rate,
    "core-recipients": core_recipients,
    "core-last-arrival": core_last_arrival,
    "resident-recipients": recipients,
    "supplement-recipients": supplement_recipients,
    "supplement-person-months": supplement_person_months,
    "resident-person-months": resident_person_months,
    "base-standard": base_standard,
    "raised-standard": raised_standard,
    "resident-contributors": resident_contributors,
    "resident-contributions": resident_contributions,
    "special-insured": lambda books: str(special(books)),
    "special-coverage": special_coverage,
    "institution-contributors": institution_contributors,
    "institution-recipients": recipients,
    "institution-paid-in-full": paid_in_full("payment", "发放金额", "应发金额", "待遇所属月份"),
    "institution-latest-day": latest_day,
    "institution-gap": gap,
    "institution-income": lambda books: money(total(own_vouchers(books), "收入金额")),
    "institution-expenditure": lambda books: money(total(own_vouchers(books), "支出金额")),
    "resident-interest-rate": interest_rate("城乡居民养老"),
    "institution-interest-rate": interest_rate("机关事业养老"),
    "fund-balance": fund_balance,
    "grant-arrival": last_of("grant", "到账日期", 基金="城乡居民养老"),
    "city-grant": city_grant,
    "certification-rate": certification_rate,
    "reactivated-people": reactivated,
    "transfer-in-time": transfer_in_time,
    "card-holders": number_of("card", "个人编号", "制卡日期"),
    "card-cost": card_cost,
    "card-last-day": last_of("card", "制卡日期"),
    "unemployment-online-share": share_of(
        "application", "申领流水号", "申领日期", lambda row: row["申领渠道"] == "网上"
    ),
    "subsidy-in-time": share_of(
        "subsidy", "补贴流水号", "申请日期", lambda row: int(row["办理工作日"]) <= 15
    ),
    "online-share": share_of(
        "business", "业务流水号", "受理日期", lambda row: row["办理渠道"] == "网上", 办理状态="办结"
    ),
    "employers-online": employers_online,
    "cases-in-time": share_of(
        "case_file",
        "办件编号",
        "受理日期",
        lambda row: int(row["实际工作日"]) <= int(row["承诺工作日"]),
    ),
    "handling-days": lambda books: mean(books.inside("case_file", "受理日期"), "实际工作日"),
    "wechat-success": share_of(
        "request", "请求流水号", "请求日期", lambda row: row["结果"] == "成功"
    ),
    "wechat-response": lambda books: at_most(books.inside("request", "请求日期"), "响应用时", 95),
    "settlement-online-share": settlement_online,
    "systems-kept": lambda books: str(people(books.rows("system", 运维状态="运维中"), "系统编号")),
    "restore-longest": lambda books: at_most(books.inside("incident", "发生日期"), "恢复用时", 100),
    "acceptance-rate": share_of(
        "acceptance", "验收编号", "验收日期", lambda row: row["验收结果"] == "合格"
    ),
    "procurement-regular": share_of(
        "procurement", "采购编号", "合同日期", lambda row: row["程序是否合规"] == "是"
    ),
    "tasks-in-time": share_of(
        "task", "任务编号", "要求完成日期", lambda row: row["实际完成日期"] <= row["要求完成日期"]
    ),
    "operations-cost": sum_of("payment", "付款金额", "付款日期"),
    "seals-issued": number_of("seal", "印章编号", "制发日期", 印章状态="使用中"),
    "seal-price": lambda books: mean(books.inside("seal", "制发日期"), "单价"),
    "line-months": line_months,
    "line-availability": line_availability,
    "line-cost": sum_of("line_month", "费用", "月份"),
    "hired-people": number_of("pay", "人员编号", "月份", **PAID),
    "hired-paid": paid_in_full("pay", "实发工资", "应发工资", "月份"),
    "hired-cost": hired_cost,
    "village-people": number_of("allowance", "人员编号", "月份", **PAID),
    "village-paid": paid_in_full("allowance", "实发金额", "应发金额", "月份"),
    "village-cost": sum_of("allowance", "实发金额", "月份", **PAID),
    "annuity-people": number_of("funding", "个人编号", "做实日期", 做实状态="已做实"),
    "annuity-funded": annuity_funded,
    "annuity-amount": sum_of("funding", "已做实金额", "做实日期"),
    "retirees-separated": separated("已退休"),
    "new-retirees-separated": separated("新退休"),
    "enterprises-relieved": relieved,
    "retiree-grants": sum_of("grant", "拨付金额", "拨付日期"),
    "retiree-last-grant": last_of("grant", "拨付日期"),
    "offices-moved": number_of("office", "科室编号", "搬迁日期", 搬迁状态="已搬迁"),
    "moved-share": moved_share,
    "move-cost": sum_of("expense", "金额", "开票日期"),
    "move-last-day": last_of("office", "搬迁日期"),
}
