"""The tests of the portal; a package so that they can share their helpers by name."""
