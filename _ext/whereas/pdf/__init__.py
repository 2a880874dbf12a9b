"""PDFs to sign: which there are, how a house wants them to look, how they are set, and whether one is ours."""
