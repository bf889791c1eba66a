"""Coded forms as the columns that the kernels take."""

from itertools import accumulate

from jiheng.corpus.coded.coding import BASES, CodedForm
from jiheng.scoring.kernels.forms import Budgets, Readings


def columns(forms: list[CodedForm], base: str, make=list):
    """Return where each form begins, the money lines and the readings."""
    begin = [0, *accumulate(len(form.readings) for form in forms)]
    money = [
        (form.money_weight, form.money_printed, *form.rates[BASES.index(base)]) for form in forms
    ]
    readings = [each for form in forms for each in form.readings]
    budgets = Budgets(*(make(column) for column in zip(*money, strict=True)))
    return make(begin), budgets, Readings(*(make(each) for each in zip(*readings, strict=True)))
