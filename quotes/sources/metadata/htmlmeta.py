"""What the tags of an HTML page say about it: JSON-LD, Open Graph and other meta tags, title, address."""

import json
import re
from collections import deque
from collections.abc import Iterator
from typing import Any

from quotes.document import DateCandidate, Evidenced
from quotes.sources.metadata.dates import iso_date
from quotes.sources.metadata.deciding import Findings
from quotes.sources.metadata.issuers import is_issuer
from quotes.sources.metadata.publishers import copyright_holder

VALUE_MAX = 500
"""A longer title, name or address is no such thing, in characters."""
STAMPS_MAX = 20
"""So many statements of the day of publication are looked at; a page with more lists other stories."""

_ARTICLES = ("Article", "Posting", "Report", "WebPage", "PressRelease")
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
_AUTHOR_METAS = ("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator")
_TITLE_ENDS = re.compile(r"\s[|–—-]\s")
_SITE_METAS = ("og:site_name", "application-name", "dc.publisher", "publisher")


def page_findings(tree: Any) -> Findings:
    """What the tags of a parsed page (an lxml element) state."""
    metas = _metas(tree)
    article = _article(tree)
    publisher = _first(
        _json(article, "publisher", "publisher"), *_meta(metas, _SITE_METAS), *_named_by_page(tree)
    )
    return Findings(
        title=_first(
            _json(article, "headline", "headline"),
            *_meta(metas, ("og:title", "twitter:title")),
            _title_element(tree, publisher.value),
        ),
        author=_first(_json(article, "author", "author"), *_meta(metas, _AUTHOR_METAS)),
        publisher=publisher,
        url=_first(_canonical(tree), *_meta(metas, ("og:url",)), _json(article, "url", "url")),
        tags=tuple(_dates(tree, metas, article)),
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
        value = metas.get(name)
        # Facebook wants the author's page there, which is no name.
        if value and not (name in _AUTHOR_METAS and value.startswith("http")):
            yield Evidenced(value, f"meta {name}")


def _article(tree: Any) -> dict[str, Any]:
    """The article that the page's JSON-LD describes; empty where there is none."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            found += _objects(json.loads(script.text or "", strict=False))
        except (ValueError, RecursionError):
            continue
    for kind in _ARTICLES:
        for item in found:
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
            waiting += item.get("@graph") or [] if isinstance(item.get("@graph"), list) else []


def _json(article: dict[str, Any], key: str, label: str) -> Evidenced:
    names = [name for name in map(_name, _listed(article.get(key))) if name]
    return Evidenced(", ".join(dict.fromkeys(names)), f"JSON-LD {label}") if names else Evidenced()


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _name(value: Any) -> str | None:
    return _clean(value.get("name") if isinstance(value, dict) else value)


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
    if title is None:
        return Evidenced()
    for separator in (" | ", " - ", " – ", " — ", " : "):
        story, found, site = title.rpartition(separator)
        if found and publisher and site.casefold() == publisher.casefold():
            return Evidenced(story, "title element")
    return Evidenced(title, "title element")


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
    for label, stamp in stamps[:STAMPS_MAX]:
        found = iso_date(stamp) if stamp else None
        if found:
            yield DateCandidate(found[0], found[1], f"{label}: {stamp}")
