"""From bytes to the decoded file, and damage put right without losing where each character came from."""
