"""Confidential complaints: sent by anybody without an account, read by whom they are meant for."""
