"""What a document on paper is, in whichever format it is written: PDF or Word."""
