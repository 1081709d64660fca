"""What readers see: a file is one thing, in the folder of what they come for."""
