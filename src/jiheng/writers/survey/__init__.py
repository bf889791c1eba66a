"""What a survey needs on paper: slips with codes, and the questions to fill in by hand."""
