"""What all forms of a corpus say together: findings, copied texts, statistics and questions."""
