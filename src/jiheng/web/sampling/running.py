"""A draw step by step: secret, population, number, sample. Each happens once, none is undone."""

from collections.abc import Callable, Mapping

from django.utils import timezone

from jiheng.corpus.draw.drawing import Draw as DrawPaper
from jiheng.corpus.draw.drawing import Frozen
from jiheng.corpus.draw.drawing import MustCheck as Named
from jiheng.corpus.draw.drawing import draw as draw_paper
from jiheng.corpus.draw.drawing import freeze as freeze_paper
from jiheng.corpus.draw.errors import UnfitPopulation
from jiheng.corpus.draw.lottery import commitment
from jiheng.corpus.draw.population import Entry as Member
from jiheng.corpus.draw.population import Population, Stratum
from jiheng.corpus.draw.tables import decoded, written
from jiheng.model.check_code import check_code
from jiheng.rulebook.messages import say
from jiheng.rulebook.phrases import phrase
from jiheng.web import clock
from jiheng.web.forms.models import FormRecord
from jiheng.web.forms.saving import form_of
from jiheng.web.journal.writing import note
from jiheng.web.people.models import Person
from jiheng.web.sampling.holding import Refused, held, reach
from jiheng.web.sampling.models import Draw, DrawState, Entry, Group, Kind, MustCheck, Paper
from jiheng.web.sampling.population import Candidate, candidates, least_of
from jiheng.web.sampling.secret import new_nonce, secret_of

UNDRAWN = (DrawState.PLANNED, DrawState.COMMITTED, DrawState.FROZEN, DrawState.NUMBERED)
Step = Callable[[Person, int, str], None]
"""Somebody, a draw's key, and what they say with it."""
_AT_ONCE = 500
_LONGEST_NUMBER = 200


def commit(person: Person, draw: int) -> None:
    """Bind the draw to a secret: its commitment is published, the secret stays unknown."""
    with held(draw, person, DrawState.PLANNED) as found:
        found.nonce = new_nonce()
        found.commitment = commitment(secret_of(found.nonce))
        reach(found, DrawState.COMMITTED, person)
        found.save(update_fields=["state", "nonce", "commitment"])
        note("draw-commit", found.name, person, {"commitment": found.commitment})


def freeze(person: Person, draw: int) -> None:
    """Freeze the forms as they are now; no later than the public number appears.

    Raises:
        Refused: the number may be known already, a stratum has no size, there are no forms, or a
            form was saved meanwhile.
    """
    seen = Draw.objects.select_related("organisation").get(pk=draw)
    # To read all forms takes long: it is done before anybody else has to wait for it.
    inside = candidates(seen)
    codes = _check_codes(inside)
    with held(draw, person, DrawState.COMMITTED) as found:
        if clock.now() >= found.appears_at:
            raise Refused(phrase("sampling.refused.too-late"))
        if candidates(found) != inside:
            raise Refused(phrase("sampling.refused.changed"))
        paper = _frozen(found, inside, codes)
        Paper.objects.create(draw=found, kind=Kind.FROZEN.value, text=written(paper).decode())
        Entry.objects.bulk_create(
            (_entry(found, each, codes[each.record.pk]) for each in inside), batch_size=_AT_ONCE
        )
        found.digest = paper.digest
        reach(found, DrawState.FROZEN, person)
        found.save(update_fields=["state", "digest"])
        told = {"digest": paper.digest, "forms": str(len(inside))}
        note("draw-freeze", found.name, person, told)


def take_number(person: Person, draw: int, number: str) -> None:
    """Take the public number that appeared after the freeze.

    Raises:
        Refused: it has not appeared yet, or there is none.
    """
    with held(draw, person, DrawState.FROZEN) as found:
        if clock.now() < found.appears_at:
            at = f"{timezone.localtime(found.appears_at):%Y-%m-%d %H:%M}"
            raise Refused(phrase("sampling.refused.too-early", at=at))
        if not 0 < len(number) <= _LONGEST_NUMBER:
            raise Refused(phrase("sampling.refused.number"))
        found.number = number
        reach(found, DrawState.NUMBERED, person)
        found.save(update_fields=["state", "number"])
        note("draw-number", found.name, person, {"number": number})


def pick(person: Person, draw: int) -> None:
    """Draw, and open the secret; what must be checked besides is published with it.

    Raises:
        Refused: the server's key was changed, so that the secret is lost.
    """
    with held(draw, person, DrawState.NUMBERED) as found:
        must = MustCheck.objects.filter(draw=found).select_related("record")
        named = tuple(Named(id=each.record.number, reason=_reason(each)) for each in must)
        try:
            paper = draw_paper(_frozen_of(found), secret_of(found.nonce), found.number, named)
        except UnfitPopulation as error:
            raise Refused(error.told) from error
        Paper.objects.create(draw=found, kind=Kind.DRAW.value, text=written(paper).decode())
        _mark(found, paper)
        reach(found, DrawState.DRAWN, person)
        found.save(update_fields=["state"])
        told = {"secret": paper.secret, "drawn": str(len(paper.chosen)), "must": str(len(named))}
        note("draw-pick", found.name, person, told)


def void(person: Person, draw: int, reason: str) -> None:
    """Give a draw up before anybody knows what it would have drawn; it stays, with the reason.

    Raises:
        Refused: there is no reason.
    """
    with held(draw, person, *UNDRAWN) as found:
        if not reason:
            raise Refused(phrase("web.refused.reason"))
        reach(found, DrawState.VOID, person, reason)
        found.save(update_fields=["state"])
        note("draw-void", found.name, person, {"reason": reason})


STEPS: Mapping[str, Step] = {
    "commit": lambda person, draw, _: commit(person, draw),
    "freeze": lambda person, draw, _: freeze(person, draw),
    "number": take_number,
    "pick": lambda person, draw, _: pick(person, draw),
    "void": void,
}
"""What leads a draw on, by its name; the words are the public number, or the reason."""


def paper_of(draw: Draw, kind: Kind) -> bytes | None:
    """Return a published paper, byte for byte; None where there is none yet."""
    found = Paper.objects.filter(draw=draw, kind=kind.value).values_list("text", flat=True).first()
    return None if found is None else found.encode()


def _check_codes(inside: tuple[Candidate, ...]) -> dict[int, str]:
    records = FormRecord.objects.filter(pk__in=[each.record.pk for each in inside])
    return {each.pk: check_code(form_of(each)) for each in records.iterator(_AT_ONCE)}


def _frozen(draw: Draw, inside: tuple[Candidate, ...], codes: dict[int, str]) -> Frozen:
    """Return the paper: it binds what is drawn from, how much, by which number and secret."""
    names = {each.stratum for each in inside}
    # In the order of the plan, and without those that have become empty.
    sizes = dict(Group.objects.filter(draw=draw, name__in=names).values_list("name", "size"))
    if not inside:
        raise Refused(phrase("sampling.refused.no-forms"))
    if names != set(sizes):
        raise Refused(phrase("sampling.refused.no-size", name=min(names - set(sizes))))
    population = Population(
        title=draw.title,
        number_to_come=number_to_come(draw),
        strata=tuple(Stratum(name=name, size=size) for name, size in sizes.items()),
        entries=tuple(_member(each, codes[each.record.pk]) for each in inside),
        by_money=draw.by_money,
        least=least_of(draw),
    )
    return freeze_paper(population, secret_of(draw.nonce))


def number_to_come(draw: Draw) -> str:
    """Return which number will be taken, as it is published: in Chinese."""
    at = f"{timezone.localtime(draw.appears_at):%Y-%m-%d %H:%M}"
    return say("sampling.number-to-come", source=draw.source, at=at)


def _member(each: Candidate, code: str) -> Member:
    return Member(
        id=each.number,
        project=each.project,
        unit=each.unit,
        department=each.department,
        amount=each.amount,
        stratum=each.stratum,
        check_code=code,
    )


def _entry(draw: Draw, each: Candidate, code: str) -> Entry:
    return Entry(
        draw=draw,
        record=each.record,
        number=each.number,
        project=each.project,
        unit=each.unit,
        department=each.department,
        stratum=each.stratum,
        amount=each.amount,
        version=each.version,
        check_code=code,
    )


def _frozen_of(draw: Draw) -> Frozen:
    return decoded(paper_of(draw, Kind.FROZEN) or b"", Frozen)


def _mark(draw: Draw, paper: DrawPaper) -> None:
    """Note at the entries which of them were drawn."""
    chances = {each.id: each.chance for each in paper.chosen}
    drawn = list(Entry.objects.filter(draw=draw, number__in=chances))
    for each in drawn:
        each.chance = chances[each.number]
    Entry.objects.bulk_update(drawn, ["chance"], batch_size=_AT_ONCE)


def _reason(must: MustCheck) -> str:
    return say(
        "sampling.must-reason", cause=phrase(f"sampling.cause.{must.cause}"), reason=must.reason
    )
