"""The desk of the dinas: queues, answering, handing over, and what becomes of a good answer."""
