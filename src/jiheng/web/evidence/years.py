"""Of which years evidence is asked, for forms that begin and forms that are there."""

import msgspec

from jiheng.model.papers import FormPapers
from jiheng.web.evidence.models import EvidenceYear
from jiheng.web.people.models import Organisation


def is_asked(organisation: Organisation, year: int) -> bool:
    """Return whether evidence is asked of the forms of an organisation in a year."""
    asked = EvidenceYear.objects.filter(year=year).values_list("organisation__branch", flat=True)
    return any(organisation.branch.startswith(branch) for branch in asked)


def first_papers(organisation: Organisation, year: int) -> str:
    """Return what a form that begins keeps of papers: none, and whether they are asked for."""
    if not is_asked(organisation, year):
        return ""
    return msgspec.json.encode(FormPapers(are_asked=True)).decode()
