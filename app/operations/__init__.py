"""Running the house: is it alive, is it able, what does the clock make due, what is measured."""
