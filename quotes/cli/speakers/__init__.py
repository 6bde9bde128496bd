"""`quotes speakers`: who is quoted; and which names are one person, where that was not seen rightly."""
