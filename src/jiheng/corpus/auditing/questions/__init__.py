"""Questions about many forms: each a function from the flat tables to what is asked."""
