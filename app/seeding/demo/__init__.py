"""A regency that looks true, made up from one number: nobody and nothing in it exists."""
