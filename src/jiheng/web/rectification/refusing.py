"""Why something was not done, in a sentence."""

from jiheng.rulebook.messages import say, template
from jiheng.web.chain.order import Refused
from jiheng.web.files.proofs import BadProof
from jiheng.web.forms.saving import OutOfDate


def sentence(refusal: Refused | OutOfDate | BadProof, language: str) -> str:
    """Return the sentence of a refusal: of our own, else of the platform's."""
    match refusal:
        case OutOfDate(theirs=version):
            return say("web.refused.out-of-date", language, version=str(version))
        case BadProof(why=why, name=name):
            return say(f"sections.{why}", language, name=name)
        case Refused(why=why):
            is_ours = template(f"rectify.{why}") is not None
            return say(f"rectify.{why}" if is_ours else f"web.{why}", language)
