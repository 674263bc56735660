"""Files that are not code: the bundled model, icons, style."""
