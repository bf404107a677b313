"""The museums of the association and the register they come from."""
