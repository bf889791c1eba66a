"""Tables of a ledger copied, within caps, to Parquet that a query may see."""
