"""What LibreOffice is allowed, tried with small programs that stand in its place."""

from pathlib import Path

import pytest

from jiheng.formats.errors import FormatError
from jiheng.readers.errors import UnreadableInput
from jiheng.readers.office import conversion, convert_ahead, converted, converted_all, made_ahead
from jiheng.readers.office.program import without_network
from jiheng.readers.opening import open_document
from tests.formats.compound_files import compound
from tests.readers.office.stand_in import stand_in_of

RTF = b"{\\rtf1 x}"


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    return stand_in_of(tmp_path, monkeypatch)


MAKES = "for last; do :; done; mkdir -p made; "
"""Whoever is asked for a file finds its name last and leaves the other in the folder ``made``."""


def test_without_libreoffice_a_file_is_refused_with_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("jiheng.readers.office.program._MAC", tmp_path / "none")

    with pytest.raises(UnreadableInput) as error:
        open_document(Path("旧表.rtf"), RTF)

    assert "apt install libreoffice-writer libreoffice-calc" in error.value.said("zh")
    assert error.value.said("en").startswith(
        "旧表.rtf: a file of this kind is read with the help of"
    )


def test_where_no_limits_can_be_set_it_is_not_used(stand_in, monkeypatch: pytest.MonkeyPatch):
    stand_in("exit 0")
    monkeypatch.setattr("jiheng.readers.office.program._HAS_LIMITS", False)

    with pytest.raises(UnreadableInput, match="LibreOffice"):
        open_document(Path("旧表.rtf"), RTF)


def test_it_learns_nothing_of_our_environment(stand_in, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("JIHENG_SECRET_KEY", "geheim")
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    stand_in('env > "made/$(basename "$last").docx"')

    told = converted(RTF, "rtf").decode()

    assert "geheim" not in told
    assert "proxy" not in told


def test_its_home_is_a_folder_of_its_own_that_is_gone_afterwards(stand_in):
    stand_in('echo -n "$HOME" > "made/$(basename "$last").docx"')

    home = Path(converted(RTF, "rtf").decode())

    assert home != Path.home()
    assert not home.exists()


def test_macros_and_links_are_off_in_its_profile(stand_in):
    stand_in('cat profile/user/registrymodifications.xcu > "made/$(basename "$last").docx"')

    settings = converted(RTF, "rtf").decode()

    assert '"DisableMacrosExecution" oor:op="fuse"><value>true<' in settings
    assert 'Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0<' in settings


def test_memory_processor_and_file_size_are_limited(stand_in):
    stand_in('(ulimit -v; ulimit -t; ulimit -c) > "made/$(basename "$last").docx"')

    assert converted(RTF, "rtf").decode().split() == ["3145728", "33", "0"]


@pytest.mark.skipif(not without_network(), reason="this system does not let us take it away")
def test_it_has_no_network(stand_in):
    stand_in('cat /proc/net/dev > "made/$(basename "$last").docx"')

    _, _, *networks = converted(RTF, "rtf").decode().splitlines()

    assert [line.split(":")[0].strip() for line in networks] == ["lo"]


def test_what_takes_too_long_is_given_up(stand_in, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(conversion, "_FIRST_SECONDS", 0.2)
    monkeypatch.setattr(conversion, "_SECONDS_EACH", 0)
    stand_in("exec sleep 30")

    with pytest.raises(UnreadableInput, match="LibreOffice 读不了这个文件"):
        open_document(Path("旧表.rtf"), RTF)


def test_what_makes_nothing_or_too_much_is_refused(stand_in, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(conversion, "MAX_FILE_BYTES", 1000)
    stand_in('head -c 1001 /dev/zero > "made/$(basename "$last").docx"')

    assert converted_all((RTF,), "rtf") == (None,)


def test_what_it_makes_is_read_as_strictly_as_any_file(stand_in):
    stand_in('echo "no package" > "made/$(basename "$last").docx"')

    with pytest.raises(UnreadableInput, match="压缩包已损坏"):
        open_document(Path("旧表.rtf"), RTF)


def test_a_program_that_wants_to_be_started_again_is(stand_in):
    stand_in('if [ -e again ]; then cp "$last" made/0.docx; else echo > again; exit 81; fi')

    assert converted(RTF, "rtf") == RTF


def test_files_that_came_to_nothing_are_tried_alone(stand_in):
    """A program that dies of one file leaves the others behind it undone."""
    stand_in('[ "$(cat "$last")" = bad ] || cp "$last" "made/$(basename "$last").docx"')

    assert converted_all((b"one", b"two", b"bad"), "rtf") == (b"one", b"two", None)


def test_files_of_a_batch_are_converted_together_ahead_of_their_turn(stand_in, tmp_path: Path):
    given, made = tmp_path / "given", tmp_path / "made"
    given.mkdir()
    made.mkdir()
    (given / "a.rtf").write_bytes(RTF)
    (given / "b.docx").write_bytes(b"PK")
    (given / "c.doc").write_bytes(compound({"WordDocument": b"x"}))
    stand_in('echo -n ahead > "made/$(basename "$last").docx"')

    convert_ahead((*given.iterdir(), given / "gone.rtf"), made)

    stand_in('echo -n late > "made/$(basename "$last").docx"')
    with made_ahead(made):
        assert converted(RTF, "rtf") == b"ahead"
        assert converted(compound({"WordDocument": b"x"}), "doc") == b"ahead"
        assert converted(b"{\\rtf1 other}", "rtf") == b"late"
    assert converted(RTF, "rtf") == b"late"


def test_without_libreoffice_nothing_is_converted_ahead(tmp_path: Path, monkeypatch):
    monkeypatch.setattr("jiheng.readers.office.program._HAS_LIMITS", False)
    (tmp_path / "a.rtf").write_bytes(RTF)

    convert_ahead((tmp_path / "a.rtf",), tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["a.rtf"]


def test_what_came_to_nothing_ahead_of_its_turn_is_not_tried_again(stand_in, tmp_path: Path):
    (tmp_path / "a.rtf").write_bytes(RTF)
    stand_in("exit 0")
    convert_ahead((tmp_path / "a.rtf",), tmp_path)
    stand_in('echo -n late > "made/$(basename "$last").docx"')

    with made_ahead(tmp_path), pytest.raises(FormatError, match="LibreOffice 读不了这个文件"):
        converted(RTF, "rtf")
