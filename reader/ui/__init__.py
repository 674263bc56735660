"""What is seen: the window and all that is in it."""
