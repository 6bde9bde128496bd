"""Files that are neither text nor HTML, known by their first bytes, and what a person calls them."""

import io
import zipfile

_LEAD = b"\xef\xbb\xbf\x00 \t\r\n"
_LEAD_MAX = 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""The part of such a container in which Office keeps a newer file with a password."""
_SIGNATURES = {
    _OLE: "an old Word, Excel or PowerPoint file",
    b"{\\rtf": "an RTF file",
    b"%!PS": "a PostScript file",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ\x00": "an xz archive",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"Rar!\x1a\x07": "a RAR archive",
    b"\x89PNG\r\n\x1a\n": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF87a": "a GIF image",
    b"GIF89a": "a GIF image",
    b"II*\x00": "a TIFF image",
    b"MM\x00*": "a TIFF image",
    b"SQLite format 3\x00": "an SQLite database",
    b"ID3\x03": "a sound file",
    b"ID3\x04": "a sound file",
    b"OggS\x00": "a sound file",
    b"\x7fELF": "a program",
}
_BRANDS = {b"WEBP": "a WebP image", b"WAVE": "a sound file", b"AVI ": "a video"}
_IMAGE_BRANDS = (b"heic", b"heix", b"mif1", b"avif")
_ZIPPED = (
    ("word/", "a Word file (DOCX)"),
    ("xl/", "an Excel file (XLSX)"),
    ("ppt/", "a PowerPoint file (PPTX)"),
    ("META-INF/container.xml", "an EPUB book"),
    ("content.xml", "an OpenDocument file"),
)


def kind_of(original: bytes) -> str | None:
    """What a file is ("a PDF"), told by its first bytes; None where they are of none of the kinds above."""
    if original[:_LEAD_MAX].lstrip(_LEAD).startswith(b"%PDF-"):
        return "a PDF"
    if original.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(original)
    if original.startswith(_OLE) and _LOCKED in original:
        return "a Word, Excel or PowerPoint file locked with a password"
    if original[:4] == b"RIFF":
        return _BRANDS.get(original[8:12])
    if original[4:8] == b"ftyp":
        return "an image (HEIC or AVIF)" if original[8:12] in _IMAGE_BRANDS else "a video or sound file"
    return next((kind for start, kind in _SIGNATURES.items() if original.startswith(start)), None)


def _zipped(original: bytes) -> str:
    """What a ZIP container holds, by the names of its members; they are not unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(original)) as archive:
            members = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        members = []
    for start, kind in _ZIPPED:
        if any(member.startswith(start) for member in members):
            return kind
    return "a ZIP archive"
