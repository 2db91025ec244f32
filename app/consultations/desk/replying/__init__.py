"""Ready replies: the words, what is filled into them, and what still has to be."""
