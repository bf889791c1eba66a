"""The questions of a survey as they stand on a page, with what was answered already."""

from collections.abc import Mapping

from msgspec import Struct

from jiheng.model.survey import Degree, Survey


class Choice(Struct, frozen=True, kw_only=True):
    """One of the answers on the scale."""

    degree: Degree
    is_chosen: bool


class Field(Struct, frozen=True, kw_only=True):
    """A question; without choices it is answered in words."""

    id: str
    text: str
    said: str
    choices: tuple[Choice, ...] = ()


def fields_of(survey: Survey, said: Mapping[str, str]) -> tuple[Field, ...]:
    """Return the questions.

    Args:
        survey: what is asked.
        said: id of a question → what was answered; more may stand there.
    """
    return tuple(
        Field(
            id=each.id,
            text=each.text,
            said=said.get(each.id, ""),
            choices=tuple(
                Choice(degree=degree, is_chosen=said.get(each.id) == degree) for degree in Degree
            )
            if each.kind == "scale"
            else (),
        )
        for each in survey.questions
    )
