"""Letters in pictures: ink, lines of text, and what they say."""
