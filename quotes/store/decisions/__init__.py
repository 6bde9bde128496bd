"""What people decide: the log of it, and what it makes of what was parsed."""
