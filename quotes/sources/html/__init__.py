"""Web pages: their main text, what was left out of it, and what their markup says."""
