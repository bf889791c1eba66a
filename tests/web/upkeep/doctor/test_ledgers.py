"""The doctor looks at the ledgers that the server may read."""

import pytest

from jiheng.rulebook.messages import worded
from jiheng.web.upkeep.doctor.ledgers import served
from tests.web.measures.training import serve_ledger


def seen(data):
    """Return what the doctor says of the ledgers."""
    return [worded(each.seen) for each in served(data)]


def test_without_a_file_there_is_nothing_to_say(city, tmp_path):
    assert seen(tmp_path) == []


def test_a_ledger_that_can_be_read_is_well(city, tmp_path):
    serve_ledger(tmp_path, tmp_path)

    assert seen(tmp_path) == ["台账“培训系统”在，供云岭市就业服务中心及其下级的表取数"]


def test_a_ledger_that_is_gone_is_bad(city, tmp_path):
    (tmp_path / "export").mkdir()
    serve_ledger(tmp_path, tmp_path / "export")
    (tmp_path / "export").rename(tmp_path / "old")
    text = (tmp_path / "ledgers.toml").read_text(encoding="utf-8")
    documented = text.replace("export/training.yaml", "old/training.yaml")
    (tmp_path / "ledgers.toml").write_text(documented, encoding="utf-8")

    assert "export 不在" in seen(tmp_path)[0]


def test_a_holder_that_nobody_knows_is_told(city, tmp_path):
    serve_ledger(tmp_path, tmp_path, holder="云岭市就业中心")

    assert "“云岭市就业中心”不是平台上的机构" in seen(tmp_path)[0]


@pytest.mark.parametrize("text", ["[[ledger]", "[[ledger]]\nname = 3"])
def test_a_file_that_cannot_be_read_is_told(city, tmp_path, text):
    (tmp_path / "ledgers.toml").write_text(text, encoding="utf-8")

    assert seen(tmp_path)[0].startswith("设置有误：ledgers.toml 读不了")
