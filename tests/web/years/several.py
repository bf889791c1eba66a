"""One project's forms of three years: the target falls, a promise is made and not kept."""

from msgspec.structs import replace

from jiheng.model.form import Form, Indicator
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from tests.web.city import FORM, City, record_at

TRAINED, EMPLOYED, CONTENT = FORM.indicators
WORDS = "报名不足，下一步加大宣传"


def form_of_year(year: int, *rows: Indicator, executed: str = "76") -> Form:
    """Return the project's form of a year with other rows."""
    line = replace(FORM.funds.lines[0], executed=executed)
    funds = replace(FORM.funds, lines=(line, *FORM.funds.lines[1:]))
    return replace(FORM, year=year, funds=funds, indicators=rows or FORM.indicators)


def trained(target: str, actual: str, score: str = "50", reason: str | None = None) -> Indicator:
    """Return the row of the people trained."""
    return replace(TRAINED, target=target, actual=actual, score=score, reason=reason)


BEFORE = form_of_year(2023, trained("≥1500人", "1200人", "40", WORDS), EMPLOYED, CONTENT)
NOW = form_of_year(2024, trained("≥1200人", "1100人", "45.83", WORDS), EMPLOYED, CONTENT)
RENAMED = form_of_year(2024, replace(NOW.indicators[0], name="参训学员人数"), EMPLOYED, CONTENT)


def two_years(city: City, before: Form = BEFORE, now: Form = NOW) -> FormRecord:
    """Return the later one of two closed forms of a project."""
    record_at(city, Step.CLOSED, form=before)
    return record_at(city, Step.CLOSED, form=now)
