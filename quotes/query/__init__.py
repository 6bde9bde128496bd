"""From what a user typed to a plan of what to look for."""
