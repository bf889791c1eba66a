"""The log of everything that was done, which can only grow."""
