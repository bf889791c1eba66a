"""What a change of the rules would do to the forms of a corpus, before anybody decides it."""
