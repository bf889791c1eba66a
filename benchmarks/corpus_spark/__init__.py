"""``make bench-spark``: one digest from every engine, and from Spark while a worker is killed."""
