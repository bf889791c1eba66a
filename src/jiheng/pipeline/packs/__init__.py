"""What is done with rule packs themselves: checked, begun, compared."""
