from jiheng.corpus.auditing.asking.job import Asked, View
from jiheng.corpus.auditing.asking.program import answer
from jiheng.corpus.auditing.tables import FIGURES, Writer


def put(folder, query, memory=1 << 30, select='form AS "form"'):
    with Writer(folder, FIGURES) as writer:
        writer.add(("f-1", "indicators[0].actual", "人数", "312"))
    path = str(folder / "figures.parquet")
    view = View(name="figures", columns=("form",), select=select, paths=(path,))
    spill = {"spill": 1 << 20, "spill_folder": str(folder / "spill")}
    return answer(Asked(views=(view,), query=query, memory=memory, most=5, **spill))


def test_a_decimal_is_written_without_an_exponent(tmp_path):
    assert put(tmp_path, "SELECT 0.00000001::DECIMAL(18, 8)").rows == (("0.00000001",),)


def test_a_query_that_fails_is_refused_and_not_raised(tmp_path):
    answered = put(tmp_path, "SELECT nobody FROM figures")

    assert answered.refused
    assert answered.rows == ()


def test_a_query_that_needs_too_much_memory_is_refused(tmp_path):
    query = "SELECT count(DISTINCT i::VARCHAR || form) FROM figures, range(3000000) AS r(i)"

    assert "out-of-memory" in put(tmp_path, query, memory=8 << 20).refused


def test_no_other_file_can_be_read(tmp_path):
    (tmp_path / "secret.csv").write_text("a\n1\n")

    answered = put(tmp_path, f"SELECT * FROM read_csv('{tmp_path}/secret.csv')")

    assert "disabled" in answered.refused or "permission" in answered.refused.lower()


def test_the_lock_cannot_be_opened(tmp_path):
    assert put(tmp_path, "SET enable_external_access = true").refused
