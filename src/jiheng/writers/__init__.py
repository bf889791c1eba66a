"""Forms and findings out: official tables, reports, worksheets."""
