"""How sources and the edition are cited, and the forms in which both are taken along."""
