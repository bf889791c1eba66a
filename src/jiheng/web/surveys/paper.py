"""What a survey needs on paper, in the words of the visitor's language."""

from jiheng.model.survey import Degree, Survey
from jiheng.rulebook.messages import say
from jiheng.web.surveys.coding import Coded
from jiheng.writers.survey.sheet import Asked, Sheet, sheet_pdf
from jiheng.writers.survey.slips import Slip, Slips, slips_pdf


def printed_slips(coded: Coded, address: str, language: str) -> bytes:
    """Return the PDF file of slips; the camera's address holds the code behind a #.

    What stands behind it is sent to no server, so that no log holds a code.
    """
    return slips_pdf(
        Slips(
            title=coded.title,
            how=say("surveys.slip-how", language),
            address=address,
            slips=tuple(
                Slip(
                    number=say("surveys.slip-number", language, number=str(number)),
                    code=code,
                    address=f"{address}#{code}",
                )
                for number, code in coded.codes
            ),
        )
    )


def printed_sheet(survey: Survey, language: str) -> bytes:
    """Return the PDF file of the questions, to be copied and filled in by hand."""
    degrees = tuple(say(f"surveys.degree.{each}", language) for each in Degree)
    return sheet_pdf(
        Sheet(
            title=survey.title,
            number=say("surveys.sheet-number", language),
            how=say("surveys.sheet-how", language),
            questions=tuple(
                Asked(text=each.text, choices=degrees if each.kind == "scale" else ())
                for each in survey.questions
            ),
            foot=say("surveys.promise", language),
        )
    )
