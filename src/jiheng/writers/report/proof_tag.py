"""How strong the proof of a point is, in one coloured word."""

from jiheng.model.proof import Strength
from jiheng.rulebook.messages import say
from jiheng.writers.report.markup import Html, el


def proof_tag(strength: Strength, language: str) -> Html:
    """Return a strength in words."""
    return el("span", say(f"evidence.strength.{strength}", language), class_=f"proof {strength}")
