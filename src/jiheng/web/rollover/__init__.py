"""结转: next year's drafts from this year's forms."""
