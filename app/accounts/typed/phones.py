"""A phone number in any spelling."""

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
