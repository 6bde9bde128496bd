"""What keeps a library from being lost: where it lies, copies of it, what is in it."""
