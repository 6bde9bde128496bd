"""What databases of news export: many articles in one text, each with a head of its own."""
