"""A corpus on the disk: a manifest, coded Parquet, and the same forms whole."""
