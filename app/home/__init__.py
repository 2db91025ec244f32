"""The first page of a cooperative's officers: what to do next, and how things stand."""
