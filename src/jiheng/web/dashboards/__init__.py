"""What all forms of a branch say together: figures, charts, a table, each number with its forms."""
