"""The domain: what a museum, its hours and its places mean, with no page and no database in sight."""
