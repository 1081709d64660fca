"""Note marks in prose: what they cite, and the locators that people type."""
