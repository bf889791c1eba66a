"""``make bench-corpus``: scoring coded forms against peers and against the floor, at every size."""
