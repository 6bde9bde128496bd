"""Copies of one text: recognised, grouped, counted once."""
