"""Evidence of the rows of a form: papers, what was seen of them, and the sealed dossier."""
