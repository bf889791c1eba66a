"""How many planted defects are found: clean forms, plantings and decoys, audited from documents."""
