"""Paragraphs to English: pipeline, checks, and the child process that runs them."""
