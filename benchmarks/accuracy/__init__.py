"""How right the reading is: made-up forms, read back and compared with their truth."""
