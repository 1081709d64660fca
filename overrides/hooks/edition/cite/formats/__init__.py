"""What a source, or a part of the edition, is in each format for programs: a file a format."""
