"""How the tables of sent rows came about."""
