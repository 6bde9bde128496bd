"""Who published a plain text: its headings, rights, masthead, dateline and address say so."""

import re
from collections.abc import Iterator, Sequence

from quotes.document import Evidenced
from quotes.sources.furniture.banners import is_domain, is_section, undated
from quotes.sources.furniture.lexicon import ORGANISATION
from quotes.sources.furniture.pieces import Piece, quoted
from quotes.sources.furniture.sections import site_of
from quotes.sources.metadata.datelines import Dateline, agency_name, host
from quotes.sources.metadata.issuers import cased, is_issuer, printed_name, spelt

OWN_LINE_MAX = 160
"""A longer line is no line of the page about itself, in characters."""

_STATE = re.compile(r"(?:The )?(?:Republic|Kingdom|State|Government|Commonwealth) of ")
_CAMEL = re.compile(r"(?<=[A-Z])(?=[A-Z][a-z])|(?<=[a-z])(?=[A-Z])")
_CONTENTS_AUTHOR = re.compile(r"About the Authors?\s+(?P<name>[A-Z].*)")
_NAME = r"(?P<name>(?:[Tt]he\s)?[A-Z][\w.&’'-]*(?:\s(?:(?:of|for|and|the|&)\s)*[A-Z][\w.&’'-]*){0,6})"
_YEARS = r"(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?"
_RIGHTS = re.compile(
    rf"(?:All content\s|Content\s)?(?:[Cc]opyright|COPYRIGHT|©|\([cC]\))\s?(?:©|\([cC]\))?"
    rf"\s?(?P<year>{_YEARS})?,?\s?(?:by\s)?{_NAME}(?:,?\s(?P<after>{_YEARS}))?(?:[.,|;]|\s[-–|·]|\Z)"
)
_OWN_LINES = (
    re.compile(rf"\W*(?:[Ss]ubscribe|[Ss]ign up)\b[\w\s]{{0,20}}\s(?:to|for)\s{_NAME}\s(?:[a-z ]+\s)?\w*"),
    re.compile(
        rf"\W*(?:[Gg]et|[Ff]ollow|[Ll]ike|[Dd]ownload|[Ss]upport)\s{_NAME}(?:\s(?:in|on|to|app)\b.*)?"
    ),
    re.compile(rf"(?i:top stories|more|latest|news|headlines)\sfrom\s{_NAME}"),
    re.compile(
        rf"This\s(?:article|story|piece|report)\s(?:was|is)\s(?:first\s|originally\s)?published"
        rf"\s(?:in|by|on)\s{_NAME}\b.*"
    ),
)
_ABOUT = re.compile(rf"(?:About|ABOUT)\s{_NAME}:?")
_OFFERS = re.compile(
    r"(?i)(?:[’']s)?(?:\s(?:daily|weekly|morning|free|breaking|news))*(?:\s(?:newsletters?|app|alerts?))+\Z"
)


def publisher_of(
    page: Sequence[tuple[Piece, str]], dateline: Dateline | None, url: str, turns: bool
) -> Evidenced:
    """The publisher that the page names; `turns` where it is a transcript, headed by the body that sat."""
    text = "\n".join(words for _, words in page)
    for piece, words in page:
        name = _in_heading(piece, words, text)
        if name:
            return Evidenced(name, f"“{quoted(words)}”")
    for piece, words in page:
        name = _in_own_line(piece, words, text)
        if name:
            return Evidenced(name, f"“{quoted(words)}”")
    heads = (
        [] if turns else [(name, words) for piece, words in page for name in _in_masthead(piece, words, text)]
    )
    if heads:
        # A state stands above the body of it that speaks.
        name, words = next((head for head in heads if not _STATE.match(head[0])), heads[0])
        return Evidenced(name, f"“{quoted(words)}”")
    if dateline and dateline.outlet and dateline.place:
        return Evidenced(dateline.place, f"dateline “{dateline.words}”")
    return _in_address(url, text)


def copyright_holder(line: str) -> str | None:
    """Who holds the rights that a line states; None where that is an agency or the line states none."""
    match = _RIGHTS.match(line) if len(line) <= OWN_LINE_MAX else None
    if match is None:
        return None
    name = re.split(r"\s(?=All\b)", match["name"])[0].rstrip(".’'-")
    if name.split()[0] in {"All", "Photo"} or agency_name(name):
        return None
    return name if match["year"] or match["after"] or is_issuer(name) else None


def _in_heading(piece: Piece, words: str, text: str) -> str | None:
    """The site's own name in a heading of the page, or the institute at the end of a table of contents."""
    if piece.reason == "heading of other stories":
        site = site_of(words)
        return _of_domain(site, text) if site and "." in site else site
    if piece.reason == "table of contents":
        author = _CONTENTS_AUTHOR.search(words)
        return author.group("name") if author and ORGANISATION.search(author.group("name")) else None
    return None


def _in_own_line(piece: Piece, words: str, text: str) -> str | None:
    if len(words) > OWN_LINE_MAX or piece.kind in {"title", "caption"}:
        return None
    about = _ABOUT.fullmatch(words) if piece.reason == "about the publisher" else None
    if about and is_issuer(about["name"]):
        return about["name"]
    return copyright_holder(words) or next(_own_names(words, text), None)


def _own_names(words: str, text: str) -> Iterator[str]:
    """The issuers named by a line in which the page speaks of itself."""
    for pattern in _OWN_LINES:
        match = pattern.fullmatch(words.rstrip(".!"))
        name = re.sub(r"[’']s\Z", "", _OFFERS.sub("", match["name"]).strip()) if match else ""
        if name.startswith("the "):
            name = f"The {name[4:]}" if f"The {name[4:]}" in text else name[4:]
        named = is_issuer(name) or (name.startswith("The ") and text.count(name) > 1)
        if named and not agency_name(name) and name.split()[0] not in {"Our", "Your", "My"}:
            yield name


def _in_masthead(piece: Piece, words: str, text: str) -> Iterator[str]:
    """The names in a line above the story that says who issued it."""
    if piece.reason == "masthead":
        name = undated(words)
        yield _of_domain(name, text) if is_domain(name) else cased(name)
    elif piece.reason == "press release" or (piece.reason == "navigation" and "|" in words):
        parts = (undated(part.strip()) for part in re.split(r"\s*[|:]\s*|\s[-–—]\s", words))
        yield from (cased(part) for part in parts if is_issuer(part) and not is_section(part))


def _of_domain(site: str, text: str) -> str:
    """The name that the page prints for a site, else the site's own words ("HPNews.ca": "HP News")."""
    label = site.removeprefix("www.").partition(".")[0]
    return printed_name(text, spelt(label)) or (_CAMEL.sub(" ", label) if label != label.lower() else site)


def _in_address(url: str, text: str) -> Evidenced:
    """The name that the text prints and the host of its address spells."""
    labels = (host(url).value or "").split(".")[:-1]
    label = next((label for label in reversed(labels) if label not in {"co", "com", "org", "net", "gov"}), "")
    name = printed_name(text, spelt(label)) if label else None
    return Evidenced(name, f"host of the address and “{name}”") if name else Evidenced()
