"""TeX's accents and signs as Unicode, by the names of their commands."""

import unicodedata
from collections.abc import Mapping

ACCENTS: Mapping[str, str] = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331", "G": "\u030f", "U": "\u030e", "f": "\u0311", "h": "\u0309", "t": "\u0361",
    "textcommabelow": "\u0326",
    "grave": "\u0300", "acute": "\u0301", "hat": "\u0302", "tilde": "\u0303", "bar": "\u0304", "breve": "\u0306",
    "dot": "\u0307", "ddot": "\u0308", "check": "\u030c",
}  # fmt: skip
"""The combining character of each accent; the last two rows are those of formulas."""

SIGNS: Mapping[str, str] = {
    "i": "ı", "j": "ȷ", "ss": "ß", "SS": "ẞ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ",
    "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ",
    "ng": "ŋ", "NG": "Ŋ", "ij": "ĳ", "IJ": "Ĳ",
    "&": "&", "%": "%", "$": "$", "#": "#", "_": "_", " ": " ", "\n": " ", ",": "\u202f", "-": "", "/": "", "@": "",
    "space": " ", "nobreakspace": "\u00a0", "thinspace": "\u202f", "textunderscore": "_", "textdollar": "$",
    "textquotesingle": "'", "textquoteleft": "‘", "textquoteright": "’", "textquotedbl": '"', "lq": "‘", "rq": "’",
    "textquotedblleft": "“", "textquotedblright": "”", "quotesinglbase": "‚", "quotedblbase": "„",
    "guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«", "guillemetright": "»", "guilsinglleft": "‹",
    "guilsinglright": "›", "flqq": "«", "frqq": "»", "og": "« ", "fg": " »", "glqq": "„", "grqq": "“", "glq": "‚",
    "grq": "‘", "flq": "‹", "frq": "›",
    "textendash": "–", "textemdash": "—", "textellipsis": "…", "ldots": "…", "dots": "…", "textbullet": "•",
    "textperiodcentered": "·", "textexclamdown": "¡", "textquestiondown": "¿", "textless": "<", "textgreater": ">",
    "textbar": "|", "textasciitilde": "~", "textasciicircum": "^", "textasciiacute": "´", "slash": "/",
    "copyright": "©", "textcopyright": "©", "textregistered": "®", "texttrademark": "™", "S": "§", "P": "¶",
    "textsection": "§", "textparagraph": "¶", "pounds": "£", "textsterling": "£", "euro": "€", "texteuro": "€",
    "textyen": "¥", "textcent": "¢", "textdegree": "°", "degree": "°", "textmu": "µ", "textordfeminine": "ª",
    "textordmasculine": "º", "textdagger": "†", "dag": "†", "ddag": "‡", "textdaggerdbl": "‡", "textnumero": "№",
    "texttimes": "×", "textdiv": "÷", "textpm": "±", "textonehalf": "½", "textonequarter": "¼",
    "textthreequarters": "¾", "textonesuperior": "¹", "texttwosuperior": "²", "textthreesuperior": "³",
    "textminus": "−", "textrightarrow": "→", "textleftarrow": "←",
    "TeX": "TeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2ε", "BibTeX": "BibTeX", "XeTeX": "XeTeX",
    "protect": "", "hyphen": "-", "relax": "", "null": "", "xspace": "",
}  # fmt: skip
"""Signs, letters and blanks, and what stands for nothing in a text."""

GREEK_NAMES = """
alpha beta gamma delta epsilon zeta eta theta iota kappa mu nu xi pi rho sigma tau upsilon phi chi psi omega
lambda varepsilon vartheta varphi varrho varsigma
""".strip().split()
GREEK = dict(zip(GREEK_NAMES, "αβγδεζηθικμνξπρστυφχψωλεϑφϱς", strict=True))
FORMULA_SIGNS: Mapping[str, str] = {
    **GREEK,
    **{name.capitalize(): letter.upper() for name, letter in GREEK.items()},
    "times": "×", "cdot": "·", "circ": "°", "pm": "±", "mp": "∓", "div": "÷", "le": "≤", "leq": "≤", "ge": "≥",
    "geq": "≥", "leqslant": "≤", "geqslant": "≥", "ne": "≠", "neq": "≠", "approx": "≈", "sim": "∼",
    "equiv": "≡", "infty": "∞", "partial": "∂",
    "nabla": "∇", "to": "→", "rightarrow": "→", "leftarrow": "←", "Rightarrow": "⇒", "leftrightarrow": "↔", "in": "∈",
    "subset": "⊂", "cup": "∪", "cap": "∩", "emptyset": "∅", "forall": "∀", "exists": "∃", "sum": "∑", "prod": "∏",
    "ell": "ℓ", "hbar": "ℏ", "prime": "′", "ldots": "…", "dots": "…", "cdots": "⋯", "star": "⋆", "ast": "∗",
    "dagger": "†", "bullet": "•", "perp": "⊥", "parallel": "∥", "degree": "°", "%": "%", "&": "&", "#": "#", "$": "$",
    "_": "_", ",": "\u202f", ";": " ", ":": " ", "!": "", " ": " ", "quad": " ", "colon": ":", "lt": "<", "gt": ">",
    "langle": "⟨", "rangle": "⟩", "left": "", "right": ""
}  # fmt: skip
"""The signs of simple formulas."""


def accented(accent: str, base: str) -> str:
    """A letter with an accent; one below or above an i or a j without dot gives that letter its own."""
    first, rest = {"ı": "i", "ȷ": "j"}.get(base[0], base[0]), base[1:]
    return unicodedata.normalize("NFC", first + ACCENTS[accent] + rest)
