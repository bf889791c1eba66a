"""Which column of a list holds what: money, a date, an answer, whoever it names."""

import re

from jiheng.evidence.looking.listing import Listing

_MONEY = re.compile(
    r"(价税合计|实[付发支]|[发支]放?金?额|[拨缴]?[付款]金?额|金额|补[贴助]|款额|费用|合计)"
)
_NO_MONEY = re.compile(r"(日期|时间|月数|标准|单价|大写|账号|户名|方式|对象|名称|类[型别]|项目)")
_MONEY_RANK = ("价税合计", "实付", "实发", "支付", "发放", "金额")
_DATE = re.compile(r"(日期|时间|年月日)")
_NO_DATE = re.compile(r"(出生|生日|起始|开始|参加工作)")
_ANSWER = re.compile(r"(满意|评价|评分|总体)")
_KEY = re.compile(r"(身份证|证件号|公民身份|社会?保[障险]?号|编号|编码|票号|号码|序列号|资产号)")
_NAME = re.compile(r"(姓名|名称|单位)")
_NO_KEY = re.compile(r"(序号|电话|手机|账号)")
_UNIT = re.compile(r"[(（](?:单位[:：])?(亿元|万元|千元|元)[)）]|单位[:：](亿元|万元|千元|元)")


def money_column(listing: Listing) -> int | None:
    """Return the column of what was paid: the whole price before its parts."""
    found = [
        index
        for index, title in enumerate(listing.titles)
        if _MONEY.search(title) and not _NO_MONEY.search(title)
    ]
    return min(found, key=lambda index: _money_rank(listing.titles[index]), default=None)


def money_unit(listing: Listing, column: int) -> str:
    """Return the unit of amounts: of the column's title, of the list's heading, else 元."""
    for text in (listing.titles[column], listing.above):
        found = _UNIT.search(text)
        if found:
            return found[1] or found[2]
    return "元"


def date_column(listing: Listing) -> int | None:
    """Return the last column of days: what is done later stands further right."""
    found = [
        index
        for index, title in enumerate(listing.titles)
        if _DATE.search(title) and not _NO_DATE.search(title)
    ]
    return found[-1] if found else None


def answer_column(listing: Listing) -> int | None:
    """Return the column of how content somebody is: of several, the overall one, else none."""
    found = [index for index, title in enumerate(listing.titles) if _ANSWER.search(title)]
    overall = [index for index in found if re.search(r"(总体|整体|总的)", listing.titles[index])]
    if overall:
        return overall[0]
    return found[0] if len(found) == 1 else None


def key_column(listing: Listing) -> int | None:
    """Return the column that tells one from another: a number before a name."""
    for pattern in (_KEY, _NAME):
        for index, title in enumerate(listing.titles):
            if pattern.search(title) and not _NO_KEY.search(title):
                return index
    return None


def _money_rank(title: str) -> int:
    ranks = (rank for rank, word in enumerate(_MONEY_RANK) if word in title)
    return next(ranks, len(_MONEY_RANK))
