"""The face to Sphinx: records as documents, the domain, nodes and builders, what the pages look like."""
