from jiheng.writers.report.order import most_pressing, number_findings, tally
from tests.audit.forms import build
from tests.writers.report.samples import entry, finding, waived


def codes(*findings):
    given = entry({}, *findings)
    return [each.finding.code for each in number_findings(given.form, given.audit)]


def test_errors_come_before_doubts_and_hints():
    assert codes(finding("VA04", "info"), finding("TX01", "warning"), finding("AR01")) == [
        "AR01",
        "TX01",
        "VA04",
    ]


def test_of_equal_findings_the_one_about_more_points_comes_first():
    small = finding("SC01", at=("indicators[3].score",))
    large = finding("SC02", at=("indicators[0].score",))

    assert codes(small, large) == ["SC02", "SC01"]


def test_what_does_not_count_comes_last():
    assert codes(
        finding("ID01", waived=waived("已说明", "周明")),
        finding("VA03", mend="system"),
        finding("VA04", "info"),
    ) == ["VA04", "VA03", "ID01"]


def test_only_what_counts_is_tallied():
    given = entry({}, finding("VA03", mend="system"), finding("TX01", "warning"), finding("AR01"))

    assert tally(number_findings(given.form, given.audit)) == (1, 1, 0)


def test_a_form_with_only_waived_findings_has_nothing_pressing():
    given = entry({}, finding(waived=waived("已说明", "周明")))

    assert most_pressing(number_findings(given.form, given.audit)) is None


def test_a_hint_is_not_pressing():
    given = entry({}, finding("VA04", "info"))

    assert most_pressing(number_findings(given.form, given.audit)) is None


def test_a_finding_of_a_missing_row_is_numbered_all_the_same():
    given = entry({}, finding(at=("indicators[99].score",)))

    assert [each.number for each in number_findings(build({}), given.audit)] == [1]
