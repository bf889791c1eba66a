"""Forms of several units and years, put where a test wants them."""

from msgspec.structs import replace

from jiheng.model.form import Form
from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import Registration, register
from jiheng.web.people.models import Organisation
from tests.web.city import FORM, City

LATE = replace(
    FORM,
    funds=replace(
        FORM.funds,
        lines=(
            replace(
                FORM.funds.lines[0],
                adjusted_budget="120",
                initial_budget="120",
                executed="60",
                rate="50%",
                score="5",
            ),
        ),
    ),
    total=replace(FORM.total, score="95"),
)
"""120万元, of which half was spent: less than 80 %, and no word why."""
WRONG = replace(FORM, total=replace(FORM.total, score="98"))
"""Its scores add up to 99.5."""
GENEROUS = replace(
    FORM, indicators=(replace(FORM.indicators[0], actual="600人"), *FORM.indicators[1:])
)
"""Half of the target was reached, and all 50 points were given for it."""
SILENT = replace(
    FORM,
    funds=replace(FORM.funds, lines=(replace(FORM.funds.lines[0], executed=None, rate=None),)),
)
"""Nobody wrote what was spent of its 80万元."""


def put(
    city: City,
    step: Step,
    *,
    form: Form = FORM,
    at: Organisation | None = None,
    year: int = 2024,
) -> FormRecord:
    """Return a form of an organisation, of the centre if none is named."""
    number = f"YL-{year}-{FormRecord.objects.count() + 1:04d}"
    return register(
        replace(form, year=year),
        Registration(
            number=number,
            organisation=at or city.centre,
            filler=city.clerk,
            route="common",
            step=step,
        ),
    )


def busy(city: City) -> None:
    """Put forms of every standing into two bureaus, and some of the years before."""
    put(city, Step.CLOSED)
    put(city, Step.CLOSED, form=LATE)
    put(city, Step.DEPARTMENT_REVIEW, form=WRONG)
    put(city, Step.FINANCE_RECHECK, form=SILENT)
    put(city, Step.SELF_EVALUATION)
    put(city, Step.TARGET_DRAFT)
    put(city, Step.CLOSED, at=city.bureau, form=GENEROUS)
    put(city, Step.CLOSED, at=city.other_bureau, form=WRONG)
    put(city, Step.MONITORING, at=city.other_bureau)
    put(city, Step.CLOSED, year=2023, form=WRONG)
    put(city, Step.CLOSED, year=2022, at=city.other_bureau)
