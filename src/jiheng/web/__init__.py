"""The platform in the browser: people, forms, the chain of steps, the journal."""
