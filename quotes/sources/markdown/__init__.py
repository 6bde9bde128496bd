"""Markdown: its words without its markup, each at its place in the file."""
