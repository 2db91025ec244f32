"""Pages travel compressed: a list of a hundred lines takes 8 KB instead of 100.

Built files never come here: WhiteNoise answers for them first, from what the build compressed.
"""

import zlib

from flask import Response, request

LEVEL = 8
GZIP = 16 + zlib.MAX_WBITS
WORTH_IT = 1000
"""Bytes; shorter answers fit into one packet anyway."""
TEXT = ("text/html", "text/csv", "application/json", "image/svg+xml")


def compress(response: Response) -> Response:
    """Gzip for whoever takes it; streams and what is encoded already pass as they are."""
    if response.mimetype not in TEXT or response.is_streamed or response.direct_passthrough:
        return response
    response.vary.add("Accept-Encoding")
    if not request.accept_encodings["gzip"] or "Content-Encoding" in response.headers:
        return response
    body = response.get_data()
    if len(body) >= WORTH_IT:
        packer = zlib.compressobj(LEVEL, zlib.DEFLATED, GZIP)
        response.set_data(packer.compress(body) + packer.flush())
        response.headers["Content-Encoding"] = "gzip"
        if response.headers.get("ETag"):
            response.headers["ETag"] = f"W/{response.headers['ETag'].removeprefix('W/')}"
    return response
