"""A phone number in any spelling."""

from functools import cache

COUNTRY = "ID"


def read_phone(typed: str) -> str | None:
    """0812 2900 4417, +62 812… or 62812… -> +6281229004417; None when it is no number."""
    import phonenumbers

    if sum(sign.isdigit() for sign in typed) < 8:  # noqa: PLR2004 - shorter than any number
        return None
    try:
        number = phonenumbers.parse(typed, COUNTRY)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


@cache
def spoken_phone(stored: str) -> str:
    """+6281229004417 -> 0812-2900-4417, as it is said and dialled here."""
    import phonenumbers

    number = phonenumbers.parse(stored)
    home = phonenumbers.region_code_for_number(number) == COUNTRY
    kinds = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(number, kinds.NATIONAL if home else kinds.INTERNATIONAL)
