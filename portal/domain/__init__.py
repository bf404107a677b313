"""What the portal knows and does, without pages, forms or commands."""
