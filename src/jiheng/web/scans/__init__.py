"""盖章扫描件: what comes back on paper, found again by its check code."""
