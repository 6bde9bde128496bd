"""Which names in which documents are one speaker, how that is known, and what is not sure."""
