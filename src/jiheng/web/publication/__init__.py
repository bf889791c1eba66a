"""公开: a closed form is proposed, reviewed for secrecy, masked, and released in a package."""
