"""What a form was: its versions, what changed between them, and the year before."""
