"""What is kept: documents, marks and their history, translations."""
