"""Benchmarks: ratios against a named alternative in one run, printed by `make bench`, asserted nowhere."""
