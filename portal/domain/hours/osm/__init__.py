"""Opening hours as OpenStreetMap says them (specification 0.7.4): written from rows, and read into rows."""
