"""What every surface stands on: the gate, the language, the clock, forms, errors, assets, headers."""
