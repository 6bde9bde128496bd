"""What a PDF says about itself beside its text: the document information and the XMP packet."""

from collections.abc import Callable, Iterator
from typing import Any

from pypdf import PdfReader

from quotes.sources.metadata.deciding import Findings
from quotes.sources.metadata.properties import author_of, first_stated, made_on, title_of


def file_findings(reader: PdfReader) -> Findings:
    """Title, author and publisher; the day the file was made is a doubtful date of publication.

    The day it was last changed is no date of publication at all.
    """
    made = [
        made_on(_tried(lambda: reader.metadata and reader.metadata.creation_date), "PDF CreationDate"),
        made_on(
            _tried(lambda: reader.xmp_metadata and reader.xmp_metadata.xmp_create_date), "XMP CreateDate"
        ),
    ]
    return Findings(
        title=first_stated(
            (title_of(value), evidence) for value, evidence in _stated(reader, "title", "dc_title", "title")
        ),
        author=first_stated(
            (author_of(value), evidence)
            for value, evidence in _stated(reader, "author", "dc_creator", "creator")
        ),
        publisher=first_stated(
            (title_of(value), "XMP dc:publisher") for value in _xmp(reader, "dc_publisher")
        ),
        doubtful=tuple({found.value: found for found in reversed(made) if found}.values()),
    )


def _stated(reader: PdfReader, info: str, xmp: str, tag: str) -> Iterator[tuple[object, str]]:
    """What the XMP packet and the older document information say; programs keep the first up to date."""
    yield ", ".join(_xmp(reader, xmp)), f"XMP dc:{tag}"
    yield _tried(lambda: getattr(reader.metadata, info)), f"PDF {info.title()}"


def _xmp(reader: PdfReader, name: str) -> list[str]:
    """The texts of a Dublin Core property: of a list all, of translations the default one."""
    value = _tried(lambda: getattr(reader.xmp_metadata, name))
    if isinstance(value, dict):
        value = [value.get("x-default") or next(iter(value.values()), None)]
    return [text for text in value or () if isinstance(text, str)]


def _tried(value: Callable[[], Any]) -> Any:
    try:
        return value()
    except Exception:  # pypdf raises anything on a broken property, and the text is what matters
        return None
