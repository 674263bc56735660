"""Dictionary files on disk: one file a format, found by its being here."""
