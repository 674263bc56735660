"""Tests of reader.exporters."""
