"""取数: the measure that a row is computed by, its results, and ledgers that the server reads."""
