"""The grand themes, the labels, and the register spellings that lead to them."""
