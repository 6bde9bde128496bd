"""Word files: their paragraphs in order, and what is in their ZIP container."""
