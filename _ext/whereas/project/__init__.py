"""A project read without a page: its records, its agreements and deals, and the Agreement that each of them makes."""
