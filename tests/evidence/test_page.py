"""What docs/measures.md shows can be used as it stands."""

import re
from datetime import date
from pathlib import Path

from jiheng.evidence.measures.interval import Interval
from jiheng.evidence.measures.queries import queries_of
from jiheng.rulebook.ledgers import load_ledger
from jiheng.rulebook.proofs import parse_measure

PAGE = Path(__file__).parents[2] / "docs" / "measures.md"
YEAR = Interval(since=date(2023, 1, 1), until=date(2023, 12, 31))


def test_the_measure_on_the_page_is_one():
    block = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)[0]
    measure = parse_measure(block.encode(), "page")

    assert queries_of(measure.question, load_ledger(measure.ledger), YEAR) == (
        'SELECT count(*) FROM (SELECT DISTINCT "person_id" FROM "payment" WHERE '
        "\"status\" = '成功' AND \"month\" BETWEEN '2023-01' AND '2023-12' "
        'AND "person_id" IS NOT NULL) AS different',
    )
