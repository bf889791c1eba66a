"""Publications to write: an ordinary one, and one in which every text is hostile."""

from jiheng.model.publication import (
    Aim,
    Card,
    Done,
    Found,
    Promise,
    Publication,
    Scores,
    Span,
    Spending,
)

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'=cmd|'/c calc'!A1"


def card(number: str = "YX-2023-0101", text: str = "养老保险缺口补助") -> Card:
    """Return a card all of whose texts are the same."""
    return Card(
        number=number,
        year=2023,
        project=text,
        department=text,
        unit=text,
        version=3,
        check_code="7Q2M-0XKD-91TA",
        contact=text,
        money=Spending(initial="86870000", budget="86870000", executed="17461600", rate="20.1"),
        aims=(Aim(expected=text, actual=text),),
        promises=(
            Promise(
                level1=text,
                level2=text,
                name=text,
                target=text,
                actual=text,
                weight="10",
                printed="10",
                recomputed=Span(low="8", high="9"),
                reason=text,
            ),
            Promise(weight="5", is_withheld=True),
        ),
        weight="100",
        scores=Scores(
            printed="92.01",
            grade=text,
            recomputed=Span(low="84.01", high="92.01"),
            grades=(text,),
            rules=text,
            is_verified=False,
        ),
        findings=(
            Found(code="AR01", title=text, message=text, severity="error", outcome="mended"),
            Found(code="XX99", title=text, message=text, severity="warning", outcome="stands"),
        ),
        history=(Done(on="2024-01-22", deed="hand-in"),),
        masked=2,
    )


def publication(*cards: Card) -> Publication:
    """Return a publication of some cards."""
    return Publication(
        place="云溪市", year=2023, edition=1, released_on="2024-04-30", cards=cards or (card(),)
    )
