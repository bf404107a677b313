"""The portal's pages and API: everything that answers an HTTP request."""
