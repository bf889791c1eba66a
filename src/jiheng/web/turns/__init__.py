"""SQLite with its writers in a queue: Django's backend, and a lock that whoever waits sleeps on."""
