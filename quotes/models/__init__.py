"""The trained Stanza package that ships with the project, its loader, and the recipe that trains it again."""
