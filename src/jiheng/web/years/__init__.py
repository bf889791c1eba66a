"""跨年度对照: a project's forms year by year, and what changed between them."""
