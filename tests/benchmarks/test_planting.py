from benchmarks.planting.page import page, worst
from benchmarks.planting.trial import Said, Trial


def trial(*missed: str, elsewhere: bool = False, others: tuple[Said, ...] = ()):
    return Trial(
        code="AR01",
        name="0001-national-2020-AR01.docx",
        missed=missed,
        elsewhere=elsewhere,
        others=others,
    )


SAID = Said(
    code="AR09",
    document="0001-national-2020-AR01.docx",
    cell="conclusion",
    severity="error",
    counts=True,
    message="自评结论写 98 分，总分为 97 分",
)


def test_the_page_counts_found_elsewhere_and_missed():
    text = page(1, [()], [trial(), trial("total.score", elsewhere=True), trial("total.score")], [])

    assert "| [AR01](checks/AR01.md) | 3 | 1 | 1 | 1 |  |" in text
    assert "1 found at the planted\n  cell (33.3 %)" in text


def test_the_page_names_other_findings():
    text = page(1, [()], [trial(others=(SAID,))], [])

    assert "| 1 | 1 | 0 | 0 | AR09 ×1 |" in text


def test_clean_forms_with_errors_are_counted():
    assert "**2 clean forms**: 1 with an error" in page(1, [(), (SAID,)], [trial()], [])


def test_a_decoy_that_was_spoken_of_is_counted():
    text = page(1, [()], [trial()], [(0, (SAID,)), (0, ())])

    assert "| a list in the goal that ends in 等 is open | XI18 | 2 | 1 |" in text
    assert "1 spoken of" in text


def test_what_was_missed_is_named():
    assert worst([trial("total.score")]) == "AR01 0001-national-2020-AR01.docx: missed total.score"
