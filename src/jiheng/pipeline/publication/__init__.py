"""A closed form on its way out: what is masked in it, its card, the proof that nothing leaks."""
