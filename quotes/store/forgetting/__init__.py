"""Takes documents, and words, out of a library: to come again, or without a trace."""
