"""Where the shapes of a chart stand: whole units of a drawing, no text and no colours."""
