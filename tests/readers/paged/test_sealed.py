"""Seals that pages tell of."""

from msgspec.structs import replace

from jiheng.model.document import Stamp
from jiheng.readers.paged import blocks_of
from tests.readers.paged.printing import letters, printed


def test_seals_follow_what_is_written_with_their_pages():
    first, second = printed(letters("自评表", 50, 60)), printed(letters("附件", 50, 60), number=2)
    sealed = replace(first, stamps=((300.0, 500.0, 400.0, 600.0),))

    assert blocks_of((sealed, second))[-1] == Stamp(page=1, box=(300.0, 500.0, 400.0, 600.0))
