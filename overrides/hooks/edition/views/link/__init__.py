"""To link to the edition, to cite it, and to take it along."""
