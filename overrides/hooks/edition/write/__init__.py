"""Writers: each makes one form of the text from the model's tree of inlines and blocks."""
