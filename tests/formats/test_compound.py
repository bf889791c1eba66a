"""Streams of compound files, whole and broken."""

import pytest

from jiheng.formats.compound import CompoundFile
from jiheng.formats.errors import FormatError
from tests.formats.compound_files import FREE, SECTOR, compound, compound_of_small, with_next

BROKEN = "文件已损坏或不完整"


def test_every_stream_at_the_root_is_found_with_its_bytes():
    opened = CompoundFile(compound({"Workbook": b"a" * 1300, "附件": b"b"}))

    assert {name: opened.stream(name) for name in opened.names} == {
        "Workbook": b"a" * 1300,
        "附件": b"b",
    }


@pytest.mark.parametrize("length", [1, 64, 500])
def test_a_small_stream_is_found_among_the_small_ones(length: int):
    content = (bytes(range(250)) * 2)[:length]

    assert CompoundFile(compound_of_small("附件", content)).stream("附件") == content


def test_a_file_without_streams_has_no_names():
    assert CompoundFile(compound({})).names == frozenset()


def test_a_missing_stream_is_refused():
    with pytest.raises(FormatError, match=BROKEN):
        CompoundFile(compound({"Workbook": b"a"})).stream("WordDocument")


def test_a_chain_of_sectors_that_bites_its_tail_is_refused():
    data = with_next(compound({"Workbook": b"a" * 1300}), 3, 1)

    with pytest.raises(FormatError, match=BROKEN):
        CompoundFile(data).stream("Workbook")


def test_a_chain_that_leads_out_of_the_table_is_refused():
    data = with_next(compound({"Workbook": b"a" * 1300}), 2, 5_000_000)

    with pytest.raises(FormatError, match=BROKEN):
        CompoundFile(data).stream("Workbook")


def test_a_directory_without_end_is_refused():
    data = with_next(compound({"Workbook": b"a"}), 2, 2)

    with pytest.raises(FormatError, match=BROKEN):
        CompoundFile(data)


def test_lines_of_the_directory_that_point_at_each_other_are_each_taken_once():
    data = bytearray(compound({"甲": b"a", "乙": b"b"}))
    second = data.index("乙".encode("utf-16-le"))
    data[second + 68 : second + 72] = (1).to_bytes(4, "little")

    assert CompoundFile(bytes(data)).names == {"甲", "乙"}


def test_a_table_that_goes_on_for_ever_is_refused():
    data = bytearray(compound({"Workbook": b"a"}))
    # The list of the table's sectors goes on in sector 1, which names itself as the next.
    data[68:72] = (1).to_bytes(4, "little")
    data[3 * SECTOR - 4 : 3 * SECTOR] = (1).to_bytes(4, "little")

    with pytest.raises(FormatError, match=BROKEN):
        CompoundFile(bytes(data))


def test_a_stream_that_is_cut_short_is_refused():
    data = compound({"Workbook": b"a" * 1300})
    size = data.index((1300).to_bytes(8, "little"))

    with pytest.raises(FormatError, match=BROKEN):
        CompoundFile(data[:size] + (9000).to_bytes(8, "little") + data[size + 8 :]).stream(
            "Workbook"
        )


@pytest.mark.parametrize("length", [8, 75, 511, 600, 1100])
def test_a_file_cut_short_is_refused(length: int):
    with pytest.raises(FormatError, match=BROKEN):
        CompoundFile(compound({"Workbook": b"a" * 1300})[:length])


def test_sectors_of_a_size_that_no_one_uses_are_refused():
    data = bytearray(compound({"Workbook": b"a"}))
    data[30] = 31

    with pytest.raises(FormatError, match=BROKEN):
        CompoundFile(bytes(data))


def test_a_directory_that_does_not_begin_with_the_root_is_refused():
    data = bytearray(compound({"Workbook": b"a"}))
    data[data.index("Root Entry".encode("utf-16-le")) + 66] = 2

    with pytest.raises(FormatError, match=BROKEN):
        CompoundFile(bytes(data))


def test_the_first_number_of_a_free_place_is_no_sector():
    assert CompoundFile(with_next(compound({"甲": b"a"}), 100, FREE)).stream("甲") == b"a"
