"""What officers do with a thread; each goes through the log (app/consultations/services/log.py)."""
