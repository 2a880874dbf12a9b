"""Never stale: what each page was read from, what was said of it and what was written of it, compared by content."""
