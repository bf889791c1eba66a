"""What proves a form's values: ledgers asked by measures, and dossiers that show later changes."""
