"""What of a page is the story and what is not; every dropped block keeps its reason."""
