"""Captions of pictures: by who is credited for the picture, or by how they begin."""

import re

CAPTION_MAX = 700
"""A longer paragraph is no caption, in characters."""
BARE_CREDIT_MAX = 320
"""The same where only an agency in square brackets tells it, in characters."""

_AGENCY = (
    r"(?:AP|AFP|EPA|EFE|dpa|DPA|TASS|PTI|ANI|UPI|Reuters|REUTERS|Xinhua|XINHUA|Bloomberg"
    r"|Anadolu(?: Agency)?|Kyodo|Yonhap|Bernama|ANSA|Getty(?: Images)?|GETTY IMAGES"
    r"|Shutterstock|Alamy|Nur ?Photo|AAP|PA(?: Wire)?"
    r"|(?:[Tt]he |THE )?(?:Canadian Press|CANADIAN PRESS|Associated Press)|EPA-EFE)"
)
_PICTURE = (
    r"(?:[Pp]hotos?|PHOTOS?|[Pp]hotographs?|[Ii]mages?|IMAGES?|[Pp]ictures?|PICTURES?|[Pp]ics?|[Hh]andout)"
)
_LABEL = r"(?:Photos?|PHOTOS?|Photographs?|Images?|IMAGES?|Pictures?|PICTURES?|Pics?)"
_NAME = r"[A-Z][\w.’'-]*(?:\s(?:[A-Z][\w.’'-]*|de|van|von|bin|al)){0,4}"
_VERB = r"(?:is|are|was|were|has|have|had|do|does|did|got|comes?|came|it[’']s|that[’']s)"
_INSIDE = r"[^()]{0,60}"
_CREDITS = (
    # In brackets: (Harbour Photo/Ilse Brandt), [Photo by Ilse Brandt], (via Reuters), [File: Ilse Brandt/AFP]
    rf"\((?![^()]*\b{_VERB}\b)(?:{_INSIDE}\b(?:{_PICTURE}|via {_AGENCY}|Getty|[Cc]ourtesy)\b{_INSIDE}"
    rf"|{_INSIDE}/\s?{_AGENCY}{_INSIDE})\)",
    rf"\[(?:[^\[\]]*\b(?:{_PICTURE}|via {_AGENCY}|Getty|[Cc]ourtesy|[Ff]ile:)[^\[\]]*"
    rf"|[^\[\]]*/\s?{_AGENCY}[^\[\]]*)\]",
    # At the end of the line: Photo: Harbour Post; | Credit: Ilse Brandt; Picture by Ilse Brandt
    rf"\b{_LABEL}(?:\s(?:by|credits?|source|courtesy))?:\s[\w .,/&’'()|-]{{2,60}}",
    rf"(?:\A|[.!?…|)]\s*)(?:Credits?|CREDIT|PHOTO|Photo|Courtesy)(?:\s?[:|]|\sof)\s?{_NAME}"
    rf"(?:\s?[/|,]\s?[\w .&’'-]{{2,40}})?",
    rf"(?<=[.!?])\s+{_PICTURE}\sby\s{_NAME}(?:\s?[/|,]\s?[\w .&’'-]{{2,40}})?",
    rf"(?<=[.!?…])\s+(?:[-–—|]\s?)?(?:{_NAME}\s?/\s?{_AGENCY}|{_AGENCY}\s?/\s?{_NAME})",
    rf"[-–—|]\s?{_NAME}\s(?:[Ff]ile\s)?(?:[Pp]hoto|[Pp]ic|[Pp]icture|PHOTO|[Gg]raphic)",
    rf"\b{_AGENCY}\s[Pp]hoto(?:\s?/\s?|\sby\s){_NAME}",
)
_CREDIT = re.compile("(?:" + "|".join(_CREDITS) + r")[.\s]*\Z")
_BARE_CREDIT = re.compile(rf"[.!?]?\s\[(?:{_AGENCY}|[Tt]witter|[Ff]acebook|[Ss]creengrab|[Ss]upplied)\]\Z")
_START = re.compile(
    rf"""(?x)
    (?:FILE|[Ff]ile\ [Pp](?:hoto|icture)|FILE\ PHOTO|{_PICTURE}|Caption|[Pp]ictured|PICTURED
      |(?:Image|Media|Photo|Picture)\ (?:caption|source)|IN\ PICTURE)\s*(?::|-|–|—|,)\s*\S
    | In\ this\ [^.!?]{{0,60}}\b(?:photo|image|picture|photograph|frame\ grab)\b[^.!?]{{0,60}}
      \b(?:taken|released|provided|made|shot|obtained)\b
    | (?:AP|AFP|REUTERS|Reuters)\ ?(?:PHOTO|[Pp]hoto)\s?[:/|]\s?\S
    """
)
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s+(?=[A-Z\"“])")
_SPEECH = re.compile(
    r"[\"”]\s(?:said|says|added|told|[A-Z][\w’'-]+ (?:said|says|added|told))\b|[\"“].{80}", re.DOTALL
)


def is_caption(paragraph: str) -> bool:
    """Whether a paragraph says what a picture shows: it credits one, or begins as captions do."""
    if len(paragraph) > CAPTION_MAX:
        return False
    if _START.match(paragraph):
        return not _SPEECH.search(paragraph)
    if _CREDIT.search(paragraph):
        return True
    few = len(_SENTENCE_END.findall(paragraph)) < 2 and len(paragraph) <= BARE_CREDIT_MAX
    return few and _BARE_CREDIT.search(paragraph) is not None and not _SPEECH.search(paragraph)
