"""Places: the départements and towns of Occitanie, and how they are drawn."""
