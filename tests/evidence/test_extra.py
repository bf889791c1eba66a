"""What is said where a package is not installed."""

import pytest

from jiheng.evidence.errors import EvidenceError
from jiheng.evidence.extra import require


def test_a_package_that_is_missing_is_named():
    with pytest.raises(EvidenceError, match=r"no_such_engine：请安装 jiheng\[proof\]"):
        require("duckdb", "no_such_engine")
