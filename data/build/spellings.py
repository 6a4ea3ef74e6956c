"""Which of the many alternate names of a place are kept, and in what form they are compared."""

import os
import re
import unicodedata

ARABIC = re.compile(r"^[\u0620-\u065f\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u200c \-]+$")
LATIN_WORD = re.compile(r"^[^\W\d_]")
MARKS = "-‐‑'’‘ʻʼʿʾ`´ˌ. "
PLAIN = str.maketrans({"ß": "ss", "Æ": "Ae", "æ": "ae", "Œ": "Oe", "œ": "oe", "Ø": "O", "ø": "o", "Đ": "D", "đ": "d",
                       "Ð": "D", "ð": "d", "Ł": "L", "ł": "l", "ı": "i", "Þ": "Th", "þ": "th"})


HERE = os.path.dirname(os.path.abspath(__file__))
# Words of English and French under which GeoNames lists a town in some third language (Bec, Hang, Rest, Spoken).
with open(os.path.join(HERE, "words_not_names.txt"), encoding="utf-8") as file:
    WORDS = set(file.read().split())


def fold(name):
    """Rough likeness of the project's own folding, to drop spellings that it would make the same."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name.translate(PLAIN)) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w]+", " ", plain.lower()).split())


def is_latin(name):
    """Whether all letters are Latin, and the rest marks that names have."""
    return all(c in MARKS or (c.isalpha() and "LATIN" in unicodedata.name(c, "")) or unicodedata.combining(c) for c in name)


def is_usable(name):
    """Whether an alternate name of GeoNames is one that a report could use.

    Left out: romanised other scripts (they begin in lower case), codes of airports, one- and two-letter names,
    names with digits or brackets, and names that hold a comma.
    """
    name = name.strip()
    if ARABIC.match(name):
        return len(name.replace(" ", "")) >= 2
    letters = [c for c in name if c.isalpha()]
    if len(letters) < 3 or len(name) > 48 or not is_latin(name):
        return False
    if name.isupper() and len(letters) <= 5:
        return False
    return letters[0].isupper() and not letters[-1].isupper()


def usable(names, main, taken=()):
    """The usable names, each folded form once, without the main name and the folded forms `taken`."""
    seen = {fold(main), *taken}
    kept = []
    for name in sorted(set(n.strip() for n in names if is_usable(n)), key=lambda n: (not n.isascii(), n)):
        folded = fold(name)
        if folded and folded not in seen:
            seen.add(folded)
            kept.append(name)
    return kept


# A town of so many people is what its name means everywhere.
KNOWN_EVERYWHERE = 1_000_000


class MainNames:
    """Which towns of a country are called by a name, the name being their first."""

    def __init__(self, towns, capitals=()):
        self.people = {}
        self.known_everywhere = {}
        for town in towns:
            name = fold(town["name"])
            named = self.people.setdefault((town["countrycode"], name), {})
            named[town["geonameid"]] = town["population"]
            if town["population"] >= KNOWN_EVERYWHERE or town["geonameid"] in capitals:
                self.known_everywhere.setdefault(name.replace(" ", ""), set()).add(town["geonameid"])

    def of_others(self, town, names):
        """Of the names, folded, those that another town bears first, unless it is ten times smaller: Newcastle upon Tyne is Newcastle.

        Of other countries only those count that are known everywhere: Amman is no longer Philadelphia.
        """
        taken = set()
        own = fold(town["name"]).replace(" ", "")
        for name in map(fold, names):
            joined = name.replace(" ", "")
            if self.known_everywhere.get(joined, set()) - {town["geonameid"]} and not own.startswith(joined):
                taken.add(name)
            named = self.people.get((town["countrycode"], name), {})
            if town["geonameid"] not in named and any(10 * people >= town["population"] for people in named.values()):
                taken.add(name)
        return taken


# Countries whose names French papers spell by ear from another script than Latin, with the sounds they write otherwise, rarest last.
U = {r"(?<![aeoqg])u(?![aeiou])": "ou"}
GLIDES = {r"(?<=[b-df-hj-np-tvxz])y(?=[aou])": "i", r"(?<=[b-df-hj-np-tvxz])w(?=[aei])": "ou"}
IN_FRENCH = {
    "AF AE BH EG IQ IR JO KW LB LY OM PK PS QA SA SD SS SY YE": [U, {"sh": "ch"}, {"(?<!d)j": "dj"}],
    "ER ET": [U, {"(?<!t)ch": "tch", "sh": "ch"}, GLIDES],
    "BG BY KG KZ MK RU TJ UA": [U, {"shch": "chtch", "ch": "tch", "sh": "ch", "zh": "j"}, GLIDES],
}
IN_FRENCH = {country: steps for countries, steps in IN_FRENCH.items() for country in countries.split()}


def plain(name):
    """The name without diacritics and the marks of transcription."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name.translate(PLAIN)) if not unicodedata.combining(c))
    return re.sub(r"[‘’ʻʼʿʾ`´ˌ]", "", bare)


def respelled(name, sounds):
    """The name with the sounds written otherwise, all in one go, its capitals kept."""
    wanted = re.compile("|".join(f"({sound})" for sound in sounds), re.I)
    texts = list(sounds.values())

    def text(match):
        found = texts[match.lastindex - 1]
        return found.capitalize() if match[0][0].isupper() else found

    return wanted.sub(text, name)


def french(names, country):
    """How French papers write names of other scripts: Mukalla is Moukalla, Chasiv Tchasiv, Shendi Chendi."""
    found = []
    for name in (plain(name) for name in names if country in IN_FRENCH):
        for sounds in IN_FRENCH[country] if name.isascii() and len(name) >= 4 else []:
            name = respelled(name, sounds)
            found.append(name)
    return [name for name in found if fold(name) not in WORDS]
