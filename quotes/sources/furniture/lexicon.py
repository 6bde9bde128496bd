"""The words by which page furniture is known. Everything is matched against whole lines."""

import re


def _words(block: str) -> frozenset[str]:
    return frozenset(block.split())


def phrases(block: str) -> frozenset[str]:
    """The phrases of a block of lines, several of them in a line between bars."""
    return frozenset(phrase.strip() for line in block.strip().splitlines() for phrase in line.split("|"))


NAVIGATION = phrases(
    """
    skip to main content | skip to content | skip navigation | skip to navigation | share
    share this | share this article | share this story | share on facebook | share on twitter
    share on x | share via email | tweet | email | e-mail | print | print this page | copy link
    link copied | facebook | twitter | whatsapp | linkedin | reddit | telegram | instagram | youtube
    advertisement | advertisements | advertising | story continues below advertisement
    story continues below | article continues below | article continues after advertisement
    continue reading below | sponsored | published in | related topics | related topic | tags
    topics | keywords | categories | filed under | top of page | back to top | comments
    leave a comment | post a comment | add a comment | show comments | view comments | no comments
    log in | login | sign in | sign up | register | subscribe | subscribe now | menu | main menu
    search | home | contact us | about us | newsletter | newsletters | privacy policy | terms of use
    terms and conditions | cookie policy | close | loading | play | pause | mute | listen
    listen to this article | listen to article | watch live | view gallery | previous | next
    previous article | next article | accept | accept all | accept cookies | reject all
    manage cookies | manage preferences | save | bookmark | save for later | follow us | follow us on
    read later | text size | increase font size | decrease font size | photo gallery
    report an error | report a typo
    for immediate release | press release | news release | media release
    reprints | rights and permissions | click to enlarge
    enlarge image | full screen
    """
)
"""Lines in lower case, without the punctuation at their ends."""

HEADINGS = r"""
    top\ (?:stories|news|headlines) | local\ spotlight | (?:more\ )?headlines | breaking\ news
    | related(?:\ (?:links?|stories|story|articles?|news|content|coverage|posts?|reading|videos?))?
    | more\ (?:stories|news|headlines|coverage|articles|videos) | more\ (?:from|in|on|about)\ [^.!?]{2,40}
    | most\ (?:read|popular|viewed|shared|recent) | trending(?:\ (?:now|stories|news|today))?
    | recommended(?:\ (?:for\ you|stories|reading|articles|videos))?
    | popular(?:\ (?:stories|now|articles|posts))?
    | you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested\ in|have\ missed)
    | don[’']?t\ miss | editor[’']?s[’']?\ (?:picks?|choice) | latest(?:\ (?:news|stories|headlines|articles))
    | in\ other\ news | also\ in\ the\ news | what\ to\ read\ next | what\ others\ are\ reading
    | (?:around|from)\ the\ web | about\ the\ authors?
    | from\ our\ (?:partners|sponsors) | (?:promoted|sponsored|partner)\ (?:stories|content|links|posts)
    | other\ (?:news|stories|articles|top\ stories) | today[’']s\ top\ stories | our\ picks | up\ next
    | (?:news|local|world|business|sports?|opinion|politics)\ (?:headlines|spotlight|highlights)
"""
"""Headings under which a page shows other stories (a verbose pattern, case ignored)."""

PAGE_HEADINGS = r"""
    top\ (?:stories|news|headlines) | local\ spotlight | (?:more\ )?headlines | breaking\ news
    | most\ (?:read|popular|viewed|shared|recent) | trending(?:\ (?:now|stories|news|today))?
    | latest\ (?:news|stories|headlines|articles) | in\ other\ news | today[’']s\ top\ stories
    | (?:local|world|national)\ (?:headlines|spotlight|highlights)
"""
"""Those of them that stand beside any story of a site, whatever it is about."""

BOX_HEADINGS = re.compile(
    r"(?i)also (?:read|see)|(?:read|see|watch) (?:next|more|also)|keep reading"
    r"|related(?: (?:story|stories|articles?|news|reading))?"
)
"""Of boxes inside a story, which hold links and no sentences."""

LAST_HEADINGS = re.compile(
    r"""(?ix) notes?\ (?:to|for)\ (?:the\ )?(?:editors?|press|media|journalists)
    | (?:editors?[’']?s?|editorial)\ notes?
    | (?:\d+\.?\ )?(?:selected\ |list\ of\ )?(?:references|bibliography|works\ cited|endnotes|footnotes)
    | further\ reading | background\ for\ editors
    | (?:(?:press|media|news)\ )?(?:contacts?|enquiries|inquiries)(?:\ (?:details|information|persons?))?
    | (?:for\ )?(?:further|more|media|press)\ (?:information|details|enquiries|inquiries)
      (?:,?\ (?:please\ )?(?:contact|call|e-?mail))?
    | -+\ ?ends?\ ?-+ | ends | -\ ?30\ ?-
    """
)
"""Of what follows a text and is not of it, to the end of the page."""

SITE = (
    r"(?:[A-Z0-9][\w&'’-]*\.[a-z]{2,12}(?:\.[a-z]{2})?"
    r"|[A-Z][\w.&'’ -]{1,30})"
)
"""A site's own name before a heading: a domain, or a few capitalised words."""

NOTICES = re.compile(
    r"""(?ix) \W* (?:
    (?:this|our)\ (?:web)?site\ uses\ cookies | we\ use\ cookies
    | by\ (?:clicking|continuing|using|signing)\b.{0,80}\b(?:agree|accept|consent)
    | subscribe\ (?:now\ |free\ |today\ )*(?:to|for|and)\b
    | (?:click\ here\ to\ |please\ )(?:subscribe|sign\ up|register|log\ in|donate)
    | sign\ up\ (?:now\ |today\ |here\ )*(?:for|to)\b.{0,80}\b(?:newsletters?|emails?|alerts?|inbox|updates)
    | get\ (?:the|our|all)\b.{0,80}\b(?:newsletters?|in\ your\ inbox|to\ your\ inbox)
    | .{0,60}\bdelivered\ (?:straight\ |directly\ |right\ )?to\ your\ inbox
    | (?:all\ content\ |content\ )?(?:copyright|©|\(c\))\s*(?:©|\(c\))?\s*(?:19|20)\d\d
    | all\ rights\ reserved
    | (?:all\ content\ )?© | (?:copyright|\(c\))\ .{2,60}\ (?:19|20)\d\d\Z
    | \d{1,2}\ min(?:ute)?s?\ read | (?:estimated\ )?reading\ time
    | (?:follow|like|join)\ .{1,40}\ on\ (?:facebook|twitter|x|instagram|telegram|whatsapp|youtube|linkedin)
      (?:(?:,|\ and|,\ and|\ or|\ &)\ \w+)*\W*\Z
    | this\ (?:article|story|piece|report)\ (?:was|is)\ (?:first\ |originally\ )?published\ (?:in|by|on)\s
    | download\ (?:the|our)\ .{0,30}\bapp\b
    | (?:read|see|watch|listen|also\ read|related|don[’']t\ miss)(?:\ (?:more|also|next|now))?\s*[:|»>]\s
    | have\ (?:a\ tip|you\ got\ a\ story) | report\ (?:a|an)\ (?:typo|error)\b
    | this\ material\ may\ not\ be\ (?:published|reproduced)
    )
    """
)
"""Beginnings of notices that a page puts into a text: cookies, newsletters, rights, sharing, links."""
NOTES = re.compile(
    r"(?i)[\[(*_]*(?:(?:editors?[’']?s?|editorial|publisher[’']?s) note|notes? to (?:editors|readers)"
    r"|correction|clarification|disclaimer)s?\s*[:–—]\s*\S"
)
"""Beginnings of paragraphs in which the editors speak about the text."""
NOTES_MAX = 900
"""A longer paragraph is no such note, in characters."""

CONTACTS = re.compile(
    r"""(?ix) \W* (?:
    (?:(?:press|media|news)\ )?(?:contacts?|enquiries|inquiries|office)(?:\ (?:person|details))?\s*:
    | for\ (?:further|more|media|press)\ (?:information|details|enquiries|inquiries)
      (?:\ (?:about|on)\ .{1,60}?)?(?:,?\ (?:please\ )?(?:contact|call|e-?mail|visit)\b|:)
    | (?:e-?mail|phone|tel(?:ephone)?|fax|mobile|cell)\.?\s*: | (?:tel|fax)\.?\ \+?\d
    | (?:\+|\(?0)[\d\s()/-]{7,24}\Z | [\w.+-]+@[\w.-]+\.\w{2,}\Z
    )
    """
)
"""Lines that say how to reach whoever sent a press release."""
NOTICE_MAX = 220
"""A longer line is no notice, in characters."""

TITLE_WORDS = _words(
    """
    President Prime Minister Foreign Secretary General Chairman Chairwoman Chief Deputy Vice Senior
    Senator Representative Governor Mayor Ambassador Spokesman Spokeswoman Spokesperson Doctor Professor
    Judge Justice Police Government Ministry Parliament Congress Senate House Court Party State National
    International Federal Council Committee Department University Monday Tuesday Wednesday Thursday
    Friday Saturday Sunday January February March April May June July August September October November
    December North South East West Northern Southern Eastern Western Central News Street Road City
    County Province Group Company Inc Ltd The
    """
)
"""Capitalised words that two stories share without having to do with each other."""

FUNCTION_WORDS = _words(
    """
    the a an of to in and is was were are be been for that with on as by at from it its this these has
    have had he she they we you i not but or which who will would can could should their his her our
    than then there
    """
)
"""Words that join others into sentences."""

AGENCIES = {
    "AP": r"AP|(?:The )?Associated Press",
    "AFP": r"AFP|Agence France[- ]Presse",
    "Reuters": r"Reuters|REUTERS",
    "Xinhua": r"Xinhua(?: News Agency)?",
    "TASS": r"TASS|Itar-Tass",
    "Interfax": r"Interfax",
    "dpa": r"dpa|DPA",
    "EFE": r"EFE",
    "ANSA": r"ANSA",
    "Kyodo": r"Kyodo(?: News)?",
    "Yonhap": r"Yonhap(?: News Agency)?",
    "UPI": r"UPI",
    "IPS": r"IPS",
    "PTI": r"PTI",
    "ANI": r"ANI",
    "IANS": r"IANS",
    "Bernama": r"Bernama|BERNAMA",
    "Anadolu": r"Anadolu(?: Agency)?|AA",
    "The Canadian Press": r"(?:The )?Canadian Press|THE CANADIAN PRESS",
}
"""News agencies by the name we give, and the forms in which texts credit them."""

ORGANISATION = re.compile(
    r"\b(?:Institute|Institution|Centre|Center|Foundation|Council|Society|University|Association|Observatory"
    r"|Forum|Academy|Agency|Network|Press|Review|Journal|Post|Times|News|Herald|Tribune|Gazette)\b"
)
