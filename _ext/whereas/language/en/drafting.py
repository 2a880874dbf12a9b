"""What a careful reader of English drafts looks for."""

from __future__ import annotations

from whereas.language.drafting_words import DraftingWords, PlainWords

_LENGTH = r"(?P<length>[\w-]+(?: \(\d+\))? (?:business |working |calendar )?(?:days?|weeks?|months?|years?))"
_DONE = (
    r"paid|made|delivered|provided|submitted|returned|given|sent|issued|completed|performed|destroyed|deleted|repaid"
    r"|reimbursed|maintained|prepared|supplied|reported|notified|approved|reviewed|replaced|repaired|kept|stored"
    r"|updated"
)
DRAFTING = DraftingWords(
    attached=r"schedules?|annex(?:es)?|annexures?|appendix|appendices|exhibits?|attachments?",
    signing=r"signatures?|signatories|signature (?:page|block)s?|execution|signed|sign",
    survives=(
        r"surviv(?:es?|al|ing)|(?:continues?|remains?) (?:(?:to apply|in (?:full )?(?:force|effect)) )?(?:after"
        r"|beyond)"
    ),
    this=r"this|present",
    until=r"to|until|till|through|and ending on|and ends on|ending on|–|—|-",
    totals=r"(?:grand |sub-?)?totals?|sum",
    shares=r"shares?|split|apportioned|proportions?|allocated|divided",
    sums=r"fees?|prices?|sums?|amounts?|payments?|charges?|deposits?|cap|cost|costs|salary|rent|penalty|budget|worth",
    sums_are=r"of|is|are|totalling|to",
    after_sums=(
        r"is|are|shall|must|will|may|per|for|on|in|at|to|and|or|by|as|within|each|a|an|when|if|plus|before|after"
        r"|from|until|upon|applies|falls|becomes"
    ),
    is_a=r"(?:(?:which|that|being) )?(?:(?:is|must be|shall be|being) )?(?:an? )?",
    currencies=r"euros?|dollars?|pounds?|sterling|francs?|yen|cents?|pence",
    any_of=(
        r"any|either|each|all|both|one or more|at least one|one|following|none|neither|every|whichever|these|steps"
        r"|in (?:this|the) order|as follows|only|(?:are|is|includes?|comprises?)(?=\W*$)"
    ),
    within=r"within|no later than|not later than|at the latest within",
    runs_from=(
        r"that|who|which|after|following|before|prior|since|when|where|once|upon|if|as soon as|receipt|receiving"
        r"|unless|until"
        r"|during|starting|beginning|commencing|each time|whenever|in the event|thereafter|thereof|otherwise|ending"
        r"|then|whichever"
    ),
    runs_on=r"on|at|from|in|under|for|upon|by",
    begins_on=r"on|at|from|in|under|with|for|upon|during",
    duty=(
        rf"\b(?:must|shall)(?: promptly| immediately| always| also)? be(?: promptly| immediately| fully"
        rf"| duly)? (?P<verb>{_DONE})\b"
    ),
    doer=(
        r"\bby (?!(?:\d|e-?mail|means|way|bank|wire|post|courier|mail|hand|the (?:end|date|time|due|last|first)"
        r"|law)\b)"
    ),
    notice=rf"{_LENGTH}[’']?s? (?:prior |written |advance |previous )*notice",
    term=rf"(?:initial|renewal|minimum|extension|contract) (?:term|period) (?:of|is|lasts|runs for) {_LENGTH}",
    telephone=r"(?:tele)?phone(?: number)?|tel\.?|mobile|fax",
    defined=r"\s*(?:means?|shall mean|has the meaning|have the meaning|refers? to)\b",
    calls=(
        r"(?:(?:each|together|collectively|individually|hereinafter|hereafter|referred to as|,|the|an?|and|or|as"
        r"|in each case)\s*)*"
    ),
    more_quotes=("«»",),  # the sign of a gap to fill, which is told as one
    month_first=True,
)
PLAIN = PlainWords(
    wordy={
        r"hereinafter(?: referred to as)?": "",
        r"here(?:in|to|by|of|under|with|inabove|inbelow|tofore)": "this agreement, or nothing",
        r"there(?:in|to|by|of|under|with|for)": "what it is in, to or under",
        r"where(?:as|in|of|by|upon|under)": "a sentence of its own",
        r"afore(?:said|mentioned)": "this, or the",
        r"said (?-i:(?=[A-Z]))": "the",
        r"same (?=shall|must|is|are)": "it",
        r"witnesseth": "",
        r"in witness whereof": "signed",
        r"notwithstanding anything to the contrary(?: (?:contained )?herein)?": "despite the clause that is meant",
        r"notwithstanding the foregoing": "but, or despite the clause that is meant",
        r"for the avoidance of doubt": "words that leave none",
        r"in the event (?:that|of)": "if",
        r"in the event": "if",
        r"prior to": "before",
        r"subsequent to": "after",
        r"in respect of": "for, or about",
        r"with respect to": "for, or about",
        r"with regard to": "about",
        r"pursuant to": "under",
        r"in accordance with the provisions of": "under",
        r"for the purposes? of (?=\w+ing)": "to",
        r"in order to": "to",
        r"by virtue of": "by, or under",
        r"due to the fact that": "because",
        r"provided(?:,)? (?:however(?:,)? )?that": "but, or if",
        r"save (?:as|for|that)": "except",
        r"at such time as": "when",
        r"during such time as": "while",
        r"until such time as": "until",
        r"is (?:hereby )?entitled to": "may",
        r"shall have the right to": "may",
        r"has the right to (?=\w+)": "may",
        r"is required to": "must",
        r"shall be (?:obliged|required|obligated) to": "must",
        r"is under an obligation to": "must",
        r"null and void": "void",
        r"terms and conditions": "terms",
        r"full force and effect": "force",
        r"any and all": "all, or any",
        r"each and every": "each",
        r"by and between": "between",
        r"cease and desist": "stop",
        r"due and payable": "due",
        r"sole and exclusive": "only",
        r"from time to time": "",
        r"including(?:,)? (?:but not limited to|without limitation)": "including",
        r"inter alia": "among others",
        r"mutatis mutandis": "with the changes that are needed",
        r"forthwith": "at once",
        r"howsoever": "however",
        r"commence": "begin",
        r"deem(?:ed)? (?:it )?necessary": "need",
        r"utili[sz]e": "use",
        r"the manner in which": "how",
        r"(?:a|the) majority of": "most",
        r"on a (?:monthly|yearly|weekly|daily|quarterly) basis": "every month, week or so",
    },
    either=r"and\s?/\s?or",
    duties=("shall", "must"),
    not_or=r"\b(?:must|shall|may|will) not (?:\w+ ){1,3}or \w+",
    twice_not=(
        r"\bnot (?:un(?!der|til|less|ited|ion|iform|it\b|ique|ive)\w+|in(?:appropriate|consistent|capable|valid"
        r"|significant)"
        r"|im(?:possible|proper)|without|fail to|nothing|none|never)\b|\bno \w+ (?:shall|must|will|may) (?:not|fail)\b"
        r"|\bunless \w+ (?:does|do|is|has|fails?) not\b|\bnot unless\b"
    ),
    gendered=(
        r"\b(?:he|she|his|her|hers|him|himself|herself|s/he|he/she|his/her|him/her|chairman|workmen|businessman)\b"
    ),
    spellings={
        "colour": "color",
        "favour": "favor",
        "favourable": "favorable",
        "honour": "honor",
        "labour": "labor",
        "behaviour": "behavior",
        "endeavours": "endeavors",
        "neighbour": "neighbor",
        "defence": "defense",
        "offence": "offense",
        "centre": "center",
        "catalogue": "catalog",
        "fulfil": "fulfill",
        "fulfils": "fulfills",
        "enrol": "enroll",
        "instalment": "installment",
        "cancelled": "canceled",
        "travelling": "traveling",
        "labelled": "labeled",
        "modelling": "modeling",
        "organisation": "organization",
        "organise": "organize",
        "authorise": "authorize",
        "authorised": "authorized",
        "authorisation": "authorization",
        "recognise": "recognize",
        "recognised": "recognized",
        "minimise": "minimize",
        "utilise": "utilize",
        "finalise": "finalize",
        "summarise": "summarize",
        "customise": "customize",
        "customised": "customized",
        "analyse": "analyze",
    },
)
