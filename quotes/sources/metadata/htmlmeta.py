"""What the tags of an HTML page say about it: JSON-LD, Open Graph and other meta tags, title, address."""

import html
import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from quotes.document import DateCandidate, Evidenced
from quotes.sources.metadata.dates import iso_date
from quotes.sources.metadata.deciding import Findings
from quotes.sources.metadata.issuers import is_issuer
from quotes.sources.metadata.publication import LINE, MODIFIED, STATED, TAG
from quotes.sources.metadata.publishers import copyright_holder

VALUE_MAX = 500
"""A longer title, name or address is no such thing, in characters."""
STAMPS_MAX = 20
"""So many statements of the day of publication are looked at; a page with more lists other stories."""

_ARTICLES = ("Article", "Posting", "Report", "PressRelease", "Review", "WebPage")
_MODIFIED_METAS = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "dcterms.modified",
)
_DATE_METAS = (
    *("article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date"),
    *(
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "publication_date",
        "citation_publication_date",
    ),
    *("dc.date.issued", "dcterms.issued", "dc.date", "date"),
)
_AUTHOR_METAS = (
    *("author", "article:author", "og:article:author", "byl", "parsely-author", "sailthru.author"),
    *("citation_author", "dc.creator", "dcterms.creator"),
)
AUTHORS_MAX = 20
_BY = re.compile(r"(?i)by[ :]\s{0,5}(?=\S)")
_SEPARATORS = (" | ", " - ", " – ", " — ", " : ")
_WRAPPED = re.compile(r"(?:<!--|/\*\s?<!\[CDATA\[\s?\*/|//\s?<!\[CDATA\[|<!\[CDATA\[)(?P<data>.*)", re.DOTALL)
"""Signs around the data of a script that hide it from programs older than any in use."""
_TITLE_ENDS = re.compile(r"\s[|–—-]\s")
_SITE_METAS = ("og:site_name", "application-name", "dc.publisher", "publisher")


def page_findings(tree: Any) -> Findings:
    """What the tags of a parsed page (an lxml element) state."""
    metas = _metas(tree)
    known = _described(tree)
    article = _article(known)
    publisher = _first(_json(known, article, "publisher"), *_meta(metas, _SITE_METAS), *_named_by_page(tree))
    return Findings(
        title=_first(
            _json(known, article, "headline"),
            *(_alone(title, publisher.value) for title in _meta(metas, ("og:title", "twitter:title"))),
            _title_element(tree, publisher.value),
        ),
        author=_first(_json(known, article, "author"), *_authors(tree)),
        publisher=publisher,
        url=_first(_canonical(tree), *_meta(metas, ("og:url",)), _json(known, article, "url")),
        tags=tuple(_dates(tree, metas, article)),
        doubtful=tuple(_modified(metas, article)),
    )


def language(tree: Any) -> str | None:
    """The language that the page declares, None where it declares none."""
    return _clean(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"))


def _clean(value: object) -> str | None:
    """A single line of text out of whatever stands in a tag; None where it is empty or too long."""
    if not isinstance(value, str):
        return None
    text = " ".join(value.split())
    return text if 0 < len(text) <= VALUE_MAX else None


def _first(*found: Evidenced) -> Evidenced:
    return next((evidenced for evidenced in found if evidenced.value), Evidenced())


def _metas(tree: Any) -> dict[str, str]:
    """The first content of every meta tag, by its name in lower case."""
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = _clean(element.get("content"))
        if name and content:
            metas.setdefault(name.lower(), content)
    return metas


def _meta(metas: dict[str, str], names: tuple[str, ...]) -> Iterator[Evidenced]:
    for name in names:
        if value := metas.get(name):
            yield Evidenced(value, f"meta {name}")


def _authors(tree: Any) -> Iterator[Evidenced]:
    """The authors that the meta tags of each name give, several where it is repeated."""
    given: dict[str, dict[str, None]] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        author = _BY.sub("", _clean(element.get("content")) or "", count=1)
        # Facebook wants the author's page there, which is no name.
        if name in _AUTHOR_METAS and author and not author.startswith(("http:", "https:")):
            given.setdefault(name, {})[author] = None
    for name in _AUTHOR_METAS:
        if name in given:
            yield Evidenced(", ".join(list(given[name])[:AUTHORS_MAX]), f"meta {name}")


def _described(tree: Any) -> list[dict[str, Any]]:
    """All that the page's JSON-LD describes."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            found += _objects(_decoded(script.text or ""))
        except (ValueError, RecursionError):
            continue
    return found


def _decoded(script: str) -> Any:
    """The JSON of a script. Raises ValueError and RecursionError."""
    text = script.strip().removesuffix(";")
    wrapped = _WRAPPED.match(text)
    # What closes the wrapping stands behind the data, which raw_decode does not look at.
    data = wrapped["data"] if wrapped else text
    return json.JSONDecoder(strict=False).raw_decode(data.lstrip())[0]


def _article(described: list[dict[str, Any]]) -> dict[str, Any]:
    """The article among what is described; empty where there is none."""
    for kind in _ARTICLES:
        for item in described:
            types = item.get("@type")
            if any(str(name).endswith(kind) for name in (types if isinstance(types, list) else [types])):
                return item
    return {}


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    waiting = deque([data])
    while waiting:
        item = waiting.popleft()
        if isinstance(item, list):
            waiting += item
        elif isinstance(item, dict):
            yield item
            inside = (item.get(key) for key in ("@graph", "mainEntity"))
            waiting += [value for value in inside if isinstance(value, list | dict)]


def _json(described: list[dict[str, Any]], article: dict[str, Any], key: str) -> Evidenced:
    """What the article states under `key`; a bare reference is looked up in what else is described."""
    values = [_looked_up(described, value) for value in _listed(article.get(key))[:AUTHORS_MAX]]
    names = [name for name in map(_name, values) if name]
    return Evidenced(", ".join(dict.fromkeys(names)), f"JSON-LD {key}") if names else Evidenced()


def _looked_up(described: list[dict[str, Any]], value: Any) -> Any:
    if not isinstance(value, dict) or "name" in value or "@id" not in value:
        return value
    return next((item for item in described if item.get("@id") == value["@id"] and "name" in item), value)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _name(value: Any) -> str | None:
    name = value.get("name") if isinstance(value, dict) else value
    return _clean(html.unescape(name)) if isinstance(name, str) else None


def _named_by_page(tree: Any) -> Iterator[Evidenced]:
    """The publisher that a page names without a tag for it: who holds its rights, or the end of its title."""
    for text in tree.itertext("a", "div", "footer", "p", "small", "span"):
        line = _clean(text) if "©" in text or "opyright" in text or "(c)" in text else None
        holder = copyright_holder(line) if line else None
        if line and holder:
            yield Evidenced(holder, f"“{line}”")
    title = _title_element(tree, None).value or ""
    site = _TITLE_ENDS.split(title)[-1]
    if site != title and is_issuer(site):
        yield Evidenced(site, f"title element “{title}”")


def _title_element(tree: Any, publisher: str | None) -> Evidenced:
    element = tree.find(".//title")
    title = _clean(element.text_content()) if element is not None else None
    return _alone(Evidenced(title, "title element"), publisher) if title else Evidenced()


def _alone(title: Evidenced, publisher: str | None) -> Evidenced:
    """The title without the name of the site behind it."""
    for separator in _SEPARATORS:
        story, found, site = (title.value or "").rpartition(separator)
        if found and publisher and site.casefold() == publisher.casefold():
            return Evidenced(story, title.evidence)
    return title


def _canonical(tree: Any) -> Evidenced:
    for element in tree.iter("link"):
        address = _clean(element.get("href"))
        if (
            (element.get("rel") or "").lower() == "canonical"
            and address
            and address.startswith(("http:", "https:"))
        ):
            return Evidenced(address, "link canonical")
    return Evidenced()


def _dates(tree: Any, metas: dict[str, str], article: dict[str, Any]) -> Iterator[DateCandidate]:
    stamps = [("JSON-LD datePublished", _clean(article.get("datePublished")))]
    stamps += [(f"meta {name}", metas.get(name)) for name in _DATE_METAS]
    for element in tree.iter("time"):
        if element.get("pubdate") is not None or (element.get("itemprop") or "").lower() == "datepublished":
            stamps.append(("time element", _clean(element.get("datetime") or element.text_content())))
    yield from _candidates(stamps[:STAMPS_MAX])


def _modified(metas: dict[str, str], article: dict[str, Any]) -> Iterator[DateCandidate]:
    """When the page was changed last: no date of publication, but none of them is later than it."""
    stamps = [("JSON-LD dateModified", _clean(article.get("dateModified")))]
    stamps += [(f"meta {name}", metas.get(name)) for name in _MODIFIED_METAS]
    yield from (replace(candidate, confidence=MODIFIED) for candidate in _candidates(stamps))


def _candidates(stamps: list[tuple[str, str | None]]) -> Iterator[DateCandidate]:
    for label, stamp in stamps:
        found = iso_date(stamp) if stamp else None
        if found:
            trust = STATED if label.startswith("JSON-LD") else LINE if label == "time element" else TAG
            yield DateCandidate(found[0], found[1], f"{label}: {stamp}", trust)
