"""What follows from a form's review, as a part of its page: ``{% rectification_of editor %}``."""

from collections.abc import Mapping

from django import template

from jiheng.web.chain.steps import Action
from jiheng.web.forms.editor import Editor
from jiheng.web.rectification.shown import notices_of, shown_notice
from jiheng.web.rectification.states import OPEN
from jiheng.web.rectification.uses import use_of, use_of_last_year
from jiheng.writers.letter import Block

register = template.Library()


@register.inclusion_tag("rectification/of_form.html", takes_context=True)
def rectification_of(context: Mapping[str, object], editor: Editor) -> dict[str, object]:
    """Return the open notice, the advice, and what this person can do about them."""
    record, allowed = editor.record, editor.allowed
    notices = tuple(notices_of(record))
    now = next((each for each in notices if each.state in OPEN), None)
    may_answer, may_settle = Action.FEED_BACK in allowed, Action.CLOSE_NOTICE in allowed
    return {
        "language": context.get("language"),
        "record": record,
        "shown": shown_notice(record, now, editor.drawn) if now else None,
        "past": sum(each.state not in OPEN for each in notices),
        "advice": use_of(record),
        "last_advice": use_of_last_year(record),
        "may_answer": may_answer,
        "may_settle": may_settle,
        "acts": may_answer or may_settle,
        "may_issue": Action.ISSUE_NOTICE in allowed,
        "may_advise": Action.ADVISE in allowed,
    }


@register.filter
def kinds_of(blocks: tuple[Block, ...]) -> tuple[tuple[str, Block], ...]:
    """Return the blocks of a letter, each with the name of its kind."""
    return tuple((type(each).__name__, each) for each in blocks)
