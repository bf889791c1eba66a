"""What a reviewer wishes of a form that is to be published."""

from msgspec import Struct

from jiheng.model.form import Form
from jiheng.model.publication import Part
from jiheng.pipeline.publication.masking import Place
from jiheng.web.publication.models import Verdict


class Secrecy(Struct, frozen=True, kw_only=True):
    """A review's result; ``withheld`` are names of parts and paths of rows."""

    verdict: Verdict
    withheld: tuple[str, ...] = ()


class Masks(Struct, frozen=True, kw_only=True):
    """What is to be shown of what is masked, and what is to be masked besides."""

    released: tuple[Place, ...] = ()
    added: tuple[str, ...] = ()


ALL_OF_IT = Secrecy(verdict=Verdict.PUBLIC)
DEFAULT = Masks()


def withholdable(form: Form) -> frozenset[str]:
    """Return what can be withheld of a form: the parts of its card, and each indicator."""
    rows = (f"indicators[{at}]" for at in range(len(form.indicators)))
    return frozenset((*(part.value for part in Part), *rows))
