"""From files, folders and bytes to documents: decoding, repair, main text, metadata.

    reading ─► decoding ─► mojibake ─► html or plaintext ─► metadata
               signatures  gbk         trimming: splitting,  datelines, dates,
                           singlebyte  sections, front,      publishers, issuers,
                           lostmarks   banners               htmlmeta

`mapped` edits a text and keeps the place of every character, `pieces` holds what the trimmers pass on,
`lexicon` the words by which page furniture is known.
"""

from quotes.overrides import Overrides
from quotes.sources.reading import find, read

__all__ = ["Overrides", "find", "read"]
