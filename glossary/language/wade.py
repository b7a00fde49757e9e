"""Wade-Giles from Hanyu Pinyin, by rule; as people type it, without apostrophes and hyphens' meaning.

Source: ISO 7098:2015 and the usual tables of correspondence (initial by initial, rime by rime).
Not reversible: without apostrophes b and p, d and t, g and k, j, q, zh and ch meet.

>>> [wade_giles(name) for name in ("Guangdong", "Xi'an", "Chongqing", "Jiangxi", "Sichuan")]
['Kuangtung', 'Hsian', 'Chungching', 'Chianghsi', 'Ssuchuan']
"""

from __future__ import annotations

from glossary.language.syllables import split_syllables

_WHOLE = {
    "zhi": "chih",
    "chi": "chih",
    "shi": "shih",
    "ri": "jih",
    "zi": "tzu",
    "ci": "tzu",
    "si": "ssu",
    "e": "o",
    "er": "erh",
    "ge": "ko",
    "ke": "ko",
    "he": "ho",
    "yi": "i",
    "yan": "yen",
    "ye": "yeh",
    "you": "yu",
    "yong": "yung",
    "guo": "kuo",
    "kuo": "kuo",
    "huo": "huo",
    "shuo": "shuo",
    "gui": "kuei",
    "kui": "kuei",
}
_INITIALS = (
    *(("zh", "ch"), ("ch", "ch"), ("sh", "sh"), ("b", "p"), ("d", "t"), ("g", "k"), ("j", "ch")),
    *(("q", "ch"), ("x", "hs"), ("z", "ts"), ("c", "ts"), ("r", "j")),
)
_RIMES = {
    "ong": "ung",
    "iong": "iung",
    "uo": "o",
    "ian": "ien",
    "ie": "ieh",
    "ue": "ueh",
    "üe": "ueh",
    "iu": "iu",
}


def wade_giles(text: str) -> str:
    """Return toneless pinyin in Wade-Giles, one word for each word.

    Args:
        text: Pinyin without tones: ``Xi'an``, ``Nei Menggu``.
    Returns:
        Letters only, ``ü`` as ``u``; what is no syllable stays.
    """
    out = []
    for word in text.split(" "):
        parts = split_syllables(word)
        out.append("".join(_one(part.lower()) for part in parts).capitalize() if parts else word)
    return " ".join(out)


def _one(syllable: str) -> str:
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    for pinyin, wade in _INITIALS:
        if syllable.startswith(pinyin):
            rime = syllable[len(pinyin) :]
            if pinyin in ("j", "q", "x") and rime in ("uan", "un", "u", "ue"):
                rime = {"ue": "ueh"}.get(rime, rime)
            return wade + _RIMES.get(rime, rime)
    for initial in ("p", "m", "f", "t", "n", "l", "k", "h"):
        if syllable.startswith(initial):
            rime = syllable[1:]
            return initial + _RIMES.get(rime, rime).replace("ü", "u")
    return syllable.replace("ü", "u")


__all__ = ["wade_giles"]
