"""Charts, the map of bricks and the spread of grades: ready for the templates to draw."""
