"""To browse the edition: its chapters, and what they have to do with each other."""
