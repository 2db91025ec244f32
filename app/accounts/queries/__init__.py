"""Reading about people. Who may see whom is decided in `people`."""
