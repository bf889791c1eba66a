"""New codes for whoever has not answered yet; those before them end."""

from msgspec import Struct

from jiheng.web import clock
from jiheng.web.journal.writing import note
from jiheng.web.people.models import Person
from jiheng.web.surveys.asked import survey_of
from jiheng.web.surveys.codes import digest_of, new_code
from jiheng.web.surveys.holding import held_survey
from jiheng.web.surveys.models import Slip
from jiheng.web.surveys.permission import Deed
from jiheng.web.surveys.refusing import NotDone


class Coded(Struct, frozen=True, kw_only=True):
    """Codes that stand nowhere else.

    Attributes:
        codes: number of a slip and its code, in their order.
    """

    title: str
    codes: tuple[tuple[int, str], ...]


def new_codes(person: Person, key: int) -> Coded:
    """Return a new code for every slip that is not used.

    Raises:
        NotDone: the person may not, the survey is closed, or every slip is used.
    """
    with held_survey(person, key, Deed.RUN) as survey:
        slips = tuple(Slip.objects.select_for_update().filter(questionnaire=survey, is_used=False))
        if not slips:
            raise NotDone("refused.all-used")
        codes = _different(len(slips))
        for slip, code in zip(slips, codes, strict=True):
            slip.digest = digest_of(code)
        Slip.objects.bulk_update(slips, ["digest"], batch_size=200)
        survey.coded_at = clock.now()
        survey.save(update_fields=["coded_at"])
        asked = survey_of(survey)
        told = {"name": asked.indicator, "title": asked.title, "codes": str(len(codes))}
        note("survey-codes", survey.record.number, person, told)
        return Coded(
            title=asked.title,
            codes=tuple((slip.number, code) for slip, code in zip(slips, codes, strict=True)),
        )


def _different(count: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    while len(found) < count:
        found[new_code()] = None
    return tuple(found)
