"""The defect of each check, planted into clean forms: one group a file, none knows the engine."""

from jiheng.corpus.planting.answers import PLANTERS as ANSWERS
from jiheng.corpus.planting.arithmetic import PLANTERS as ARITHMETIC
from jiheng.corpus.planting.counts import PLANTERS as COUNTS
from jiheng.corpus.planting.families import PLANTERS as FAMILIES
from jiheng.corpus.planting.goals import PLANTERS as GOALS
from jiheng.corpus.planting.identity import PLANTERS as IDENTITY
from jiheng.corpus.planting.manners import PLANTERS as MANNERS
from jiheng.corpus.planting.money import PLANTERS as MONEY
from jiheng.corpus.planting.planter import Planted, Planter
from jiheng.corpus.planting.reviews import PLANTERS as REVIEWS
from jiheng.corpus.planting.scores import PLANTERS as SCORES
from jiheng.corpus.planting.setting import PLANTERS as SETTING
from jiheng.corpus.planting.texts import PLANTERS as TEXTS
from jiheng.corpus.planting.together import PLANTERS as TOGETHER
from jiheng.corpus.planting.units import PLANTERS as UNITS
from jiheng.corpus.planting.values import PLANTERS as VALUES
from jiheng.corpus.planting.within import PLANTERS as WITHIN
from jiheng.corpus.planting.years import PLANTERS as YEARS

__all__ = ["ALL_PLANTERS", "Planted", "Planter"]

ALL_PLANTERS: tuple[Planter, ...] = (
    *ARITHMETIC,
    *MONEY,
    *SCORES,
    *MANNERS,
    *VALUES,
    *UNITS,
    *WITHIN,
    *COUNTS,
    *SETTING,
    *TEXTS,
    *IDENTITY,
    *TOGETHER,
    *ANSWERS,
    *FAMILIES,
    *REVIEWS,
    *YEARS,
    *GOALS,
)
"""Every planter, in the order in which they are listed."""
