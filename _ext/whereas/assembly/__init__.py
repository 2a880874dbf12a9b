"""Records and a page become an Agreement: values filled in, MyST parsed, the result lifted out of docutils."""
