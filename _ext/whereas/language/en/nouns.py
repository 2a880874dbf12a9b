"""The number of English nouns, as contracts have them: Premises stay Premises, a Leaf becomes Leaves."""

from __future__ import annotations

import re
from functools import cache

from whereas.language.apart import word_set
from whereas.language.record import Forms

#: One, and what several are called: first the form that is printed, then others that are found as well.
_IRREGULAR: dict[str, Forms] = {
    line.split()[0]: tuple(line.split()[1:])
    for line in """
        person persons people
        child children
        man men
        woman women
        foot feet
        tooth teeth
        mouse mice mouses
        calf calves
        half halves
        hoof hooves hoofs
        knife knives
        leaf leaves
        life lives
        loaf loaves
        scarf scarves scarfs
        self selves
        sheaf sheaves
        shelf shelves
        thief thieves
        wharf wharves wharfs
        wife wives
        wolf wolves
        quiz quizzes
        money moneys monies
        addendum addenda addendums
        bacterium bacteria
        consortium consortia consortiums
        corrigendum corrigenda
        curriculum curricula curriculums
        datum data
        erratum errata
        honorarium honoraria honorariums
        maximum maxima maximums
        medium media mediums
        memorandum memoranda memorandums
        minimum minima minimums
        moratorium moratoria moratoriums
        quantum quanta
        referendum referendums referenda
        stratum strata
        symposium symposia symposiums
        automaton automata automatons
        criterion criteria
        phenomenon phenomena
        appendix appendices appendixes
        codex codices
        executrix executrices executrixes
        index indices indexes
        matrix matrices matrixes
        testatrix testatrices testatrixes
        vertex vertices vertexes
        vortex vortices vortexes
        antenna antennae antennas
        formula formulae formulas
        alumnus alumni
        focus focuses foci
        locus loci
        nucleus nuclei
        radius radii radiuses
        stimulus stimuli
        syllabus syllabuses syllabi
        bureau bureaux bureaus
        plateau plateaux plateaus
        tableau tableaux tableaus
        schema schemas schemata
        corpus corpora corpuses
        genus genera
        cargo cargoes cargos
        volcano volcanoes volcanos
        buffalo buffaloes buffalos
        """.strip().splitlines()
}
_SINGULAR = {many: one for one, manys in reversed(_IRREGULAR.items()) for many in manys}
#: The same for one and for several; most of them have no other number at all.
_UNCHANGED = word_set("""
    aircraft hovercraft rotorcraft spacecraft watercraft chassis corps means series species headquarters rendezvous
    fish sheep deer cattle offspring swine trout salmon baht rand renminbi yen yuan hertz
    accounts-payable accounts-receivable alms amends arms arrears barracks clothes crossroads customs damages dues
    earnings goods munitions news outskirts overheads premises proceeds remains savings surroundings thanks winnings
    works gasworks ironworks waterworks
    cash data metadata equipment evidence feedback firmware furniture goodwill hardware information intelligence
    jewellery jewelry know-how luggage machinery malware merchandise middleware personnel police shareware software
    spyware stationery
    """)
#: One thing, though its name ends in an s as several do.
_ENDS_IN_S = word_set("alias atlas bias bus canvas chaos christmas gas iris lens mantis trellis")
#: After these an s is added though they end as words do that take -es, or the other way round.
_HARD_CH = word_set("epoch eunuch hierarch loch matriarch monarch oligarch patriarch stomach tech")
_OES = word_set(
    "archipelago domino echo embargo hero innuendo manifesto mosquito motto potato tomato tornado torpedo veto"
)
_NOT_MEN = word_set("caiman german human norman ottoman roman shaman talisman")
_NOT_MANY = word_set("abdomen acumen amen bitumen omen regimen specimen stamen")
_FROM_ICS = word_set(
    "characteristic clinic comic critic diagnostic fabric graphic mechanic metric statistic tactic topic tunic"
)
#: What bears the number in a name goes before these; before the others too, where they have no capital: a Change in
#: Law, but an Opt In Notice.
_SMALL = word_set("against at between for from of to under with without")
_SMALL_IN_LOWER_CASE = _SMALL | word_set("""
    above after as before below by concerning during in including into off on out outside over per regarding relating
    than through up upon via within
    """)
#: Adjectives that come after their noun, and the nouns they come after; after any, where none are named.
_AFTER = {
    "absolute": "fee title",
    "apparent": "heir",
    "corporate": "body",
    "designate": "",
    "elect": "",
    "emeritus": "",
    "extraordinary": "ambassador envoy",
    "fiscal": "procurator",
    "general": "attorney auditor comptroller consul director governor inspector postmaster secretary solicitor surgeon",
    "martial": "court",
    "patent": "letter letters",
    "payable": "account bill loan note sum",
    "plenipotentiary": "minister",
    "politic": "body",
    "presumptive": "heir",
    "public": "notary",
    "receivable": "account bill loan note sum",
    "simple": "fee",
    "tail": "fee",
}
_HYPHENED = re.compile(r"(?P<noun>[^\W\d_]{2,})(?P<rest>-(?:at|by|de|in|of|on|to|up)(?:-.+)?)", re.IGNORECASE)


def plural(noun: str) -> str:
    """What several of it are called, in the capitals of the one: Notices of Loss; raises nothing."""
    before, word, after = _parts(noun)
    return before + _cased(word, several(word.lower())[0], _is_acronym(noun, word)) + after


def other_numbers(noun: str) -> Forms:
    """Every form in another number that the noun may be found in: several of it, or one where it names several."""
    before, word, after = _parts(noun)
    low = word.lower()
    if not word[-1:].isalpha():
        return ()
    if word[:-1].isupper() and word.endswith("s"):  # SLAs
        return (before + word[:-1] + after,)
    made = [_cased(word, each, False) for each in (*several(low), *one_of(low)) if each != low]
    if word.isupper():
        made.insert(0, word + "s")
    return tuple(dict.fromkeys(before + each + after for each in made))


_MANY = re.compile(r"(.{2,}?)(women|men|children|people|persons|leaves|shelves|wives|wolves)")


@cache
def several(word: str) -> Forms:
    """What several of a word in lower case are called: the form to print, and others that are found as well."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if names_several(word) or word in _UNCHANGED:
        return (word,)
    inner = re.fullmatch(r"(.{2,})(man|woman|child|person|leaf|shelf|wife|wolf)", word)
    if inner and word not in _NOT_MEN:  # a foreman, a bookshelf
        return tuple(inner[1] + each for each in _IRREGULAR[inner[2]])
    if re.search(r"([^aeiou]|qu)y$", word):
        return (word[:-1] + "ies",)
    if word.endswith("sis") or word in ("axis", "testis"):
        return (word[:-2] + "es",)
    if word.endswith(("s", "x", "z", "sh")) or (word.endswith("ch") and word not in _HARD_CH):
        return (word + "es",)
    if word in _OES:
        return word + "es", word + "s"
    if re.search(r"[^aeiou]o$", word):
        return word + "s", word + "es"
    return (word + "s",)


def names_several(word: str) -> bool:
    """Whether a word in lower case is said of several already: fees, criteria, premises."""
    if word in _SINGULAR or word in _UNCHANGED or (_MANY.fullmatch(word) and word not in _NOT_MANY):
        return True
    if not word.endswith("s") or word in _ENDS_IN_S or word in _IRREGULAR or len(word) < 3:
        return False
    if word.endswith(("ss", "us", "is")):
        return word in ("menus", "taxis")
    return True


def one_of(word: str) -> Forms:
    """What one of several is called, in each way it may be; nothing where there is no one, or it is another word."""
    if word in _SINGULAR:
        return (_SINGULAR[word],)
    if word in _UNCHANGED or not names_several(word):
        return ()
    if inner := _MANY.fullmatch(word):
        return (inner[1] + _SINGULAR[inner[2]],)
    if word.endswith("ics"):
        return (word[:-1],) if word[:-1] in _FROM_ICS else ()
    found = [word[:-1]]
    if word.endswith("ies"):
        found = [word[:-3] + "y", word[:-1]]
    elif word.endswith("es"):
        found += [word[:-2], word[:-2] + "is"]
    return tuple(each for each in found if len(each) > 2 and word in several(each))


def _parts(noun: str) -> tuple[str, str, str]:
    """A noun taken apart at the word that bears the number: "", "Notice", " of Loss"; "Sub-", "Party", ""."""
    parts = re.split(r"(\s+)", noun)
    at = _head(parts[::2]) * 2
    before, word, after = "".join(parts[:at]), parts[at], "".join(parts[at + 1 :])
    if found := _HYPHENED.fullmatch(word):  # Attorney-in-Fact, Runner-up
        return before, found["noun"], found["rest"] + after
    if word.lower() not in _UNCHANGED:
        cut = max(word.rfind("-"), word.rfind("/")) + 1
        before, word = before + word[:cut], word[cut:]
    return before, word, after


def _head(words: list[str]) -> int:
    """Which word bears the number: the last, one before "of" and the like, or before an adjective that follows it."""
    bare = [re.split(r"['’]", word)[0] for word in words]
    low = [word.lower() for word in bare]
    small = (index for index in range(1, len(low)) if low[index] in _SMALL or bare[index] in _SMALL_IN_LOWER_CASE)
    end = next(small, len(words)) - 1
    nouns = _AFTER.get(low[end])
    if end and nouns is not None and (not nouns or {low[end - 1], *one_of(low[end - 1])} & set(nouns.split())):
        return end - 1
    return end


def _is_acronym(noun: str, word: str) -> bool:
    """Whether capitals are those of letters: NDA, not BUSINESS DAY."""
    return word.isupper() and (noun != noun.upper() or len(noun) <= 4)


def _cased(old: str, new: str, acronym: bool) -> str:
    """A form with the capitals of the word it is made of: Parties of Party, NDAs of NDA, DAYS of DAY in a heading."""
    if acronym:
        return old + "s"
    if len(old) > 1 and old.isupper():
        return new.upper()
    same = next((n for n, (a, b) in enumerate(zip(old.lower(), new, strict=False)) if a != b), min(len(old), len(new)))
    return old[:same] + new[same:]
