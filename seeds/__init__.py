"""The article that opens on first start."""
