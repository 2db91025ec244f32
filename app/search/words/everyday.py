"""How a word of everyday speech may be written in a book: minjem -> pinjam, ngirimin -> kirim.

Only asked for words that stand nowhere; whether a form is a word is for the reader of the list.
"""

import re

ENDINGS = (("", ""), ("in", ""), ("ken", "kan"), ("nya", ""), ("e", ""), ("ne", ""), ("no", "kan"))
BEGINNINGS = (
    ("", ""), ("nge", ""), ("ng", "k"), ("ng", "h"), ("ng", ""), ("ny", "s"), ("ny", "c"),
    ("n", "t"), ("n", ""), ("m", "p"), ("m", ""), ("ke", "ter"), ("di", ""),
)  # fmt: skip
SHORTEST = 3
_LAST_E = re.compile(r"e(?=[^aeiou]+$)")


def everyday(word: str) -> list[str]:
    """Forms the word may stand for, the likeliest first; not the word itself."""
    found: dict[str, None] = {}
    for ending, instead in ENDINGS:
        if word.endswith(ending):
            cut = word[: len(word) - len(ending)] + instead
            for beginning, first in BEGINNINGS:
                if cut.startswith(beginning):
                    form = first + cut[len(beginning) :]
                    found |= dict.fromkeys((form, _LAST_E.sub("a", form)))
    return [form for form in found if form != word and len(form) >= SHORTEST]
