"""`quotes eval --identity` without gold: who is in more than one document, to be read through."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.text import Text

from quotes.cli.consoles import Consoles, write_line
from quotes.cli.gathering import gather
from quotes.cli.lines import ID, NAME, QUIET, counted
from quotes.display import one_line
from quotes.errors import UsageError

if TYPE_CHECKING:
    from quotes.evaluation.crediting import Link

SUFFIXES = (".txt", ".html")


def list_links(consoles: Consoles, folders: Iterable[Path], *, as_json: bool) -> None:
    """Print the speakers that are in more than one document of the folders, and their names in each.

    Raises UsageError for a folder without documents, LibraryError, ModelError.
    """
    from quotes.evaluation.crediting import links

    paths = []
    for folder in folders:
        found = [path for path in sorted(folder.glob("*")) if path.suffix in SUFFIXES and path.is_file()]
        if not found:
            raise UsageError(f"{folder}: no .txt or .html files in this folder")
        paths += found
    gathered = gather(consoles, paths)
    found_links = links(gathered.documents, gathered.speakers)
    if as_json:
        write_identity({"links": [_link_record(link) for link in found_links]})
        return
    for link in found_links:
        head = Text(f"{one_line(link.speaker_id)}  ", ID)
        consoles.show(Text(one_line(link.name), NAME), head=head)
        for document, forms in link.places:
            consoles.show(Text(one_line("; ".join(forms))), head=Text(f"  {one_line(document)}  ", QUIET))
    speakers, documents = counted(len(found_links), "speaker"), counted(len(gathered.documents), "document")
    consoles.say(f"{speakers} in more than one of {documents}")


def write_identity(record: dict[str, Any]) -> None:
    """Write one JSON object."""
    from quotes.reports.records import to_line

    write_line(to_line({"format_version": 1, **record}))


def _link_record(link: "Link") -> dict[str, Any]:
    places = [{"document": document, "names": list(forms)} for document, forms in link.places]
    return {"speaker_id": link.speaker_id, "name": link.name, "places": places}
