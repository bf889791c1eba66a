"""Pages of paper, whatever kind of file prints them: letters and ruling lines at their places."""
