"""A closed form on its way out: what is masked in it, its card, and the proof that nothing leaks."""
