"""The kinds of files that are read: one module each, told apart by what a file holds.

A module has a `FORMAT`. What is heavy (an HTML or PDF library) it imports when it reads, not before.
"""
