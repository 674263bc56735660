"""Tests of reader.formats."""
