"""What a document may cost: every limit of reading, by name."""

MAX_CHARACTERS = 5_000_000
"""A document over this is a dump of many: it would take hours to parse (about 800,000 words)."""
MAX_BYTES = 4 * MAX_CHARACTERS
"""Of one document. No encoding that is read here takes more than four bytes a character."""
MAX_NESTING = 3
"""Files inside files that are opened (an export in a mail in an archive)."""
