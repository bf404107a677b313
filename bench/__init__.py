"""Benchmarks: what docs/performance.md says, measured again by `make bench`."""
