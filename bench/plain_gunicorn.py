"""Nothing: each server of the bench gets its options on the command line, the same for all."""
