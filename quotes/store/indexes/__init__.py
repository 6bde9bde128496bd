"""What searches look things up in: kept in step with the rows, and made anew from them at any time."""
