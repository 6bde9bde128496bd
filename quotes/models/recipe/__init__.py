"""Trains the shipped Stanza package again from its corpora: see ``python -m quotes.models.recipe --help``."""
