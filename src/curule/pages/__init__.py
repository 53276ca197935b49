"""What is done to files: type by content, text, images of pages, stamps, redaction, signature. Knows nothing of the application."""
