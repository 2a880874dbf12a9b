"""The pages of the library: clauses, parties, lists of them, what is open, where things are used."""
