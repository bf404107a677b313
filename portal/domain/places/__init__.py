"""Where things are: départements, towns, outlines and distances."""
