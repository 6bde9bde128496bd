"""Benchmarks: ratios against a named alternative in the same run, printed by `make bench`, asserted nowhere."""
