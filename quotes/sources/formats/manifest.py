"""Manifests: tables that name files or addresses, with what is known of each, and hold no text."""

from quotes.document import Document
from quotes.sources.formats.format import Format
from quotes.sources.formats.table import is_of_records, names_files, names_no_text
from quotes.sources.source import ReadOptions, Source


def _is_manifest(source: Source, options: ReadOptions) -> bool:
    return is_of_records(source, options) and names_files(source, options)


def _refuse(source: Source, options: ReadOptions) -> Document:
    """A manifest opens files: only one that the user named does, none that came inside something."""
    raise names_no_text(source.name)


FORMAT = Format("manifest", (), _is_manifest, _refuse)
"""Told here; what it names is opened in `quotes.sources.manifests`."""
