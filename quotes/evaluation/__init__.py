"""Scores what was found against gold, and holds the scores to floors. Knows nothing of how it was found."""
