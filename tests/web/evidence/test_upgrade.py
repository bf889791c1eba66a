"""What sections handed in before there were papers is brought along."""

from importlib import import_module

from django.apps import apps

from jiheng.web.chain.steps import Step
from jiheng.web.evidence.looking import catch_up, look
from jiheng.web.evidence.models import Paper
from jiheng.web.files.storing import store
from jiheng.web.sections.models import Proof
from jiheng.web.sections.sending import send
from tests.web.city import record_at
from tests.web.evidence.papers import NAMES
from tests.web.sections.test_sending import sending

UPGRADE = import_module("jiheng.web.evidence.migrations.0002_of_sections")


def test_proofs_of_sections_become_papers_that_the_worker_looks_into(city, monkeypatch):
    record = record_at(city, Step.SELF_EVALUATION)
    (row,) = send(sending(city, record))
    Proof.objects.create(sent=row, file=store([NAMES], "名单.csv", city.section))
    looked: list[int] = []
    monkeypatch.setattr(type(look), "enqueue", lambda _, key: looked.append(key))

    UPGRADE.attach(apps, None)
    catch_up()

    paper = Paper.objects.get()
    assert (paper.record, paper.row, paper.attached_by) == (record, row.row, city.section)
    assert looked == [paper.pk]
