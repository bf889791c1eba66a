"""云岭市财政局 draws from five forms of two bureaus; all of it invented."""

from jiheng.corpus.draw.population import Entry, Population, Stratum

SECRET = bytes.fromhex("000102030405060708090a0b0c0d0e0f")
NUMBER = "03 11 17 20 26 31 + 09"


def entry(number: str, amount: int, stratum: str = "教育") -> Entry:
    """Return a form with its money in yuan."""
    return Entry(
        id=number,
        project=f"项目{number}",
        unit="云岭市第一小学",
        department="云岭市教育局",
        amount=amount * 100,
        stratum=stratum,
    )


FORMS = Population(
    title="2025年度自评抽查",
    number_to_come="2026年3月15日公布的双色球中奖号码",
    strata=(Stratum(name="教育", size=2), Stratum(name="水务", size=1)),
    entries=(
        entry("A1", 100_000),
        entry("A2", 200_000),
        entry("A3", 50_000),
        entry("B1", 900_000, "水务"),
        entry("B2", 300_000, "水务"),
    ),
)
