"""A photo made anew from its pixels: what hid beside them (position, script, a file) is gone."""

import warnings
from io import BytesIO
from typing import Any

from app.evidence.opening.formats import Format, Refusal, Refused

MOST_PIXELS = {Format.JPEG: 50_000_000, Format.PNG: 50_000_000, Format.WEBP: 14_000_000}
"""By the header, before anything is decoded; WebP takes 16 bytes a pixel while it is read."""
LONGEST_SIDE = 1600
PREVIEW_SIDE = 240
QUALITY, PREVIEW_QUALITY = 80, 70
BLENDED = ("L", "RGB", "CMYK", "YCbCr")
"""Whose pixels can be made fewer by mixing them at once; of others some are dropped first."""
SIXTEEN_BITS = "I;16"
LEAST_GAP = 1.1
"""As much as can be is done by plain averaging, which needs hardly any room beside the picture."""
SIDE = 0x3FFF
WHITE = (255, 255, 255)


def remade(content: bytes, found: Format) -> tuple[bytes, bytes]:
    """The image as a JPEG of at most 1600 px and its preview. Raises Refused."""
    from PIL import Image, UnidentifiedImageError

    warnings.simplefilter("ignore")  # Pillow warns of what is counted here
    Image.MAX_IMAGE_PIXELS = None
    try:
        if found is Format.WEBP and _webp_pixels(content) > MOST_PIXELS[found]:
            raise Refused(Refusal.TOO_MANY_PIXELS)
        with Image.open(BytesIO(content), formats=[found]) as opened:
            if opened.width * opened.height > MOST_PIXELS[found]:
                raise Refused(Refusal.TOO_MANY_PIXELS)
            upright = _upright(opened)
        preview = upright.copy()
        preview.thumbnail((PREVIEW_SIDE, PREVIEW_SIDE))
        return _written(upright, QUALITY), _written(preview, PREVIEW_QUALITY)
    except MemoryError:
        raise Refused(Refusal.TOO_MANY_PIXELS) from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as broken:
        raise Refused(Refusal.DAMAGED) from broken


def _webp_pixels(content: bytes) -> int:
    """Of the three headers there are; Pillow makes room for all of it as it opens one."""
    kind = content[12:16]
    if kind == b"VP8X":
        return (1 + _number(content[24:27])) * (1 + _number(content[27:30]))
    if kind == b"VP8L":
        sides = _number(content[21:25])
        return (1 + (sides & SIDE)) * (1 + (sides >> 14 & SIDE))
    return (_number(content[26:28]) & SIDE) * (_number(content[28:30]) & SIDE)


def _number(little: bytes) -> int:
    return int.from_bytes(little, "little")


def _upright(opened: Any) -> Any:
    """Small first, then turned and made opaque: a large picture is in memory only once."""
    from PIL import Image, ImageOps

    opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    if opened.mode not in BLENDED:
        opened.thumbnail((2 * LONGEST_SIDE, 2 * LONGEST_SIDE), Image.Resampling.NEAREST)
        opened = _in_eight_bits(opened)
    opened.thumbnail((LONGEST_SIDE, LONGEST_SIDE), reducing_gap=LEAST_GAP)
    return _opaque(ImageOps.exif_transpose(opened))


def _in_eight_bits(image: Any) -> Any:
    if image.mode.startswith(SIXTEEN_BITS):
        return image.convert("I").point(lambda value: value / 256).convert("L")
    return image.convert("RGBA")


def _opaque(image: Any) -> Any:
    """On white paper, as a scan would be."""
    from PIL import Image

    if not image.has_transparency_data:
        return image.convert("RGB")
    paper = Image.new("RGB", image.size, WHITE)
    image = image.convert("RGBA")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _written(image: Any, quality: int) -> bytes:
    file = BytesIO()
    image.info.clear()  # EXIF, comments and profiles are carried along in here
    image.save(file, "JPEG", quality=quality, optimize=True)
    return file.getvalue()
