"""The words by which programs call the languages that sources are in, each with ours (biblatex's own)."""

import re
import unicodedata

NAMES = """
english: en eng english american british usenglish ukenglish canadian australian newzealand
english: inglés ingles inglês anglais englisch 英文 英语
spanish: es spa spanish español espanol castellano castilian mexican spanishmx espagnol
spanish: spanisch espanhol 西班牙文 西班牙语
portuguese: pt por portuguese brazil brazilian portuges português portugues portugués portugais
portuguese: portugiesisch 葡萄牙文 葡萄牙语
french: fr fre fra french français francais francés frances francês acadian
french: canadien französisch 法文 法语
german: de ger deu german deutsch ngerman naustrian nswissgerman austrian swissgerman
german: alemán aleman alemão allemand 德文 德语
chinese: zh chi zho chinese 中文 汉语 漢語 华语 cn mandarin
chinese: chino chinês chinois chinesisch zh-hans zh-hant chinese-simplified chinese-traditional
chinese: 简体中文 繁体中文 繁體中文 cmn chinese-hans chinese-hant schinese tchinese
""".strip().split("\n")
LANGUAGES = {
    word: name for name, words in (line.split(": ") for line in NAMES) for word in words.split()
}
TAG = re.compile(r"([a-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})+", re.IGNORECASE)
"""A language with its script or region (BCP 47), as `pt-BR`."""
REGION = re.compile(
    r"(.+?)\s*\((?:[^()]+)\)|(?:brazilian|european|simplified|traditional|british|american|mandarin) (.+)"
)
"""A language with its region in words, as `English (United Kingdom)`."""


def known_language(word: str) -> str:
    """Our word for a language; the word itself where it is no language that sources may be in."""
    plain = unicodedata.normalize("NFC", word.strip()).lower()
    plain = plain.removeprefix("lang") if plain.removeprefix("lang") in LANGUAGES else plain
    if match := REGION.fullmatch(plain):
        plain = match[1] or match[2]
    if match := TAG.fullmatch(plain):
        return LANGUAGES.get(plain, LANGUAGES.get(match[1], word))
    return LANGUAGES.get(plain, word)
