"""What a review leaves on paper: its working paper, and the feedback to the unit."""
