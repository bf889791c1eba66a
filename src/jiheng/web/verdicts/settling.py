"""Whether a form can go on: who begins to score its rows scores all of them."""

from jiheng.web.chain.order import Refused
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.remembering import judged_here
from jiheng.web.forms.saving import form_of
from jiheng.web.verdicts.standing import assessment_at, holding, scores_of, stale_rows
from jiheng.web.verdicts.summing import standing_of


def check_settled(record: FormRecord) -> None:
    """See that every row has its score, or that nobody has begun to score at this step.

    Raises:
        Refused: rows are 待定, were not looked at, or changed after they were scored.
    """
    scores = scores_of(assessment_at(record, record.step))
    if not scores:
        return
    given = holding(scores, stale_rows(record, scores.values()))
    if not standing_of(judged_here(form_of(record), record.papers).scored, given).is_settled:
        raise Refused("refused.unsettled")
