"""What the product is: museums and all they keep, with no knowledge of how people come in."""
