"""A form's papers gathered from a folder, looked into, and what they prove."""
