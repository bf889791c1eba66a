"""Lists of forms: what waits for whom, sorted, counted and paged by the database."""
