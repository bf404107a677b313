"""What every surface of the portal shares: formats, typography, forms, the gate."""
