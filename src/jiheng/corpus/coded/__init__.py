"""Forms as columns of whole numbers, and their totals under any rules, compiled."""
