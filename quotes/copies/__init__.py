"""Which documents are copies of one text, and which statements are the same words. Pure: no database."""
