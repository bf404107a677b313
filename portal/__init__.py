"""The portal of the museums of Occitanie."""
