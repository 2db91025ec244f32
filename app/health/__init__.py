"""Health scores: what an instrument says of a filed report or a visit."""
