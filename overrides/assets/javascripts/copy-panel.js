// Copies links and citations.
