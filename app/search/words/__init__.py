"""What people type and what is written, brought together: words, stems, meaning, rank. Pure."""
