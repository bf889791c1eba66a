"""What an administrator does with the installation: back up, restore, upgrade, look it over."""
