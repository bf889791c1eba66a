"""用旧表建表: this year's forms from last year's files."""
