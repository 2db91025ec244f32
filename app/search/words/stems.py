"""Words of one family as one stem: the Snowball stemmer, mended where it splits a family.

The phone does the same (app/assets/js/suggest/words.js), held to this one by a test.
"""

from functools import cache, lru_cache

from app.search.words.language import language

NASALS = {"k": "ng", "t": "n", "p": "m", "s": "ny"}
"""What the first letter of a root becomes after me- and pe-."""
BEFORE = {"b": "m", "f": "m", "v": "m", "c": "n", "d": "n", "j": "n", "z": "n"}
WITHOUT = "lmnrwy"
PLAIN = ("di", "ter", "keter", "ke", "be", "ber", "keber", "per", "memper", "diper", "pemer")
NASAL = ("me", "pe", "kepe")
ENDINGS = ("", "kan", "an", "i", "nya")


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """pengiriman, dikirimkan, mengirim -> kirim. A word of `tokens`."""
    cut = _snowball(word)
    return mended().get(cut, cut)


@cache
def mended() -> dict[str, str]:
    """What the stemmer leaves of a root in some of its forms -> the root."""
    roots = language().roots
    found: dict[str, str] = {}
    for root in roots:
        for form in _forms(root):
            cut = _snowball(form)
            if cut != root and cut not in roots:
                found.setdefault(cut, root)
    return found


def _snowball(word: str) -> str:
    """By a stemmer of its own: one remembers where it is, and threads share this module.

    Loaded when first asked for, as it brings every other language with it.
    """
    from snowballstemmer import stemmer

    cut: str = stemmer("indonesian").stemWord(word)
    return cut


def _forms(root: str) -> list[str]:
    """The word as it is written with its usual beginnings and endings."""
    nasal = _after_nasal(root)
    begun = [root, *(f"{start}{root}" for start in PLAIN), *(f"{start}{nasal}" for start in NASAL)]
    return [f"{one}{end}" for one in begun for end in ENDINGS]


def _after_nasal(root: str) -> str:
    """Kirim -> ngirim, daftar -> ndaftar, ubah -> ngubah, lapor -> lapor."""
    first = root[0]
    if first in NASALS:
        return NASALS[first] + root[1:]
    if first in WITHOUT:
        return root
    return BEFORE.get(first, "ng") + root
