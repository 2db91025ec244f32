"""What the desk reads; every list of threads starts from what the reader may see."""
