"""Notes as typed, the author's and the editor's."""
