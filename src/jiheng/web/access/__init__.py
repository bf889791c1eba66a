"""Who may do what at which step: one table, one function."""
