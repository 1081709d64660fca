"""To find sources, paragraphs and sections."""
