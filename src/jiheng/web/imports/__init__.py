"""Files by the hundred, read in the background and matched to units and projects."""
