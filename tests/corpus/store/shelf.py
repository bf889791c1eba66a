"""A few forms of invented units, put into a corpus."""

from jiheng.corpus.store.building import building
from jiheng.corpus.store.filing import filed
from jiheng.pipeline.reading import with_pack
from tests.audit.forms import build

ROW = "产出指标(90分) | 数量指标 | 培训人数 | ≥100人 | {}人 | 90 | 90"


def form(number, actual="100", **given):
    """Return a form of a county that trained so many people."""
    return build({"indicators": ROW.format(actual), **given}, number)


def shelve(folder, *forms, pack=None, **place):
    """Add forms to a corpus and return what its builder counted."""
    with building(folder) as builder:
        for each in forms:
            if not builder.passes(each):
                builder.add(filed(with_pack(each, pack), **place))
        builder.commit()
    return builder.added, builder.known
