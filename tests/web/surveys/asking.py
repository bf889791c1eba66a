"""The survey of 学员满意度 of 李芳's form: begun, coded, answered."""

from msgspec.structs import replace

from jiheng.web.chain.steps import Step
from jiheng.web.forms.models import FormRecord
from jiheng.web.surveys.answering import answer
from jiheng.web.surveys.asked import Wish, begin
from jiheng.web.surveys.coding import new_codes
from jiheng.web.surveys.models import Slip
from tests.web.city import record_at

ROW = "indicators[2]"
WISH = Wish(
    row=ROW,
    title="学员满意度调查",
    scaled=("总体上，您满意吗？", "您对老师满意吗？"),
    worded=("您有什么建议？",),
    population=400,
    asked=5,
)
CONTENT = {"q1": "satisfied", "q2": "very-satisfied", "w1": "多办几期"}
DISCONTENT = {"q1": "dissatisfied", "q2": "satisfied"}


def begun(city, step=Step.SELF_EVALUATION, **changed):
    """Return a survey that has no codes yet."""
    return begin(city.clerk, record_at(city, step), replace(WISH, **changed))


def codes_of(city, survey):
    """Return new codes, in the order of their slips."""
    return [code for _, code in new_codes(city.clerk, survey.pk).codes]


def answered(city, survey, *said):
    """Let so many people answer, each once."""
    for code, each in zip(codes_of(city, survey), said, strict=False):
        answer(code, each)


def survey_at(city, number, key):
    """Return a survey of the form of this number, under a key that a table can name."""
    made = begin(city.clerk, FormRecord.objects.get(number=number), WISH)
    Slip.objects.filter(questionnaire=made).delete()
    made.delete()
    made.pk = key
    made.save(force_insert=True)
    Slip.objects.create(questionnaire=made, number=1)
    return made
