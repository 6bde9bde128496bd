"""Makes the saved pages of the corpus that no editor writes as browsers do; run by hand, from this folder.

python make_web.py
"""

import plistlib
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

HERE = Path(__file__).parent

STORY = """
<p>Harbour minister Mara Venn told reporters on Monday that the quay stays closed until spring.</p>
<p>“We will not open it a day too early,” Venn said after meeting Captain Brandt — “and that is all”.</p>
<p>Brandt, who runs the pilots’ guild, said that it had asked the minister for a later date than that.</p>
<p>The quay was closed in November after a storm broke its eastern wall. Venn and Brandt will meet again.</p>
"""


def page(head: str = "", story: str = STORY, before: str = "", charset: str = "utf-8") -> str:
    """A page with a story in the middle and what stands around one."""
    meta = f'<meta charset="{charset}">' if charset else ""
    return (
        f"<!DOCTYPE html>\n{before}<html lang=en><head>{meta}{head}</head><body>\n"
        '<nav><a href="/">Home page of the paper</a> <a href="/sea">News from the sea</a></nav>\n'
        f"<article>{story}</article>\n"
        "<aside><p>Subscribe to our letter and never miss a ship again.</p></aside></body></html>\n"
    )


def mhtml(html: bytes, charset: str = "utf-8", **headers: str) -> bytes:
    """A page as Chromium saves it, with a picture beside it."""
    whole = EmailMessage()
    for name, value in headers.items():
        whole[name.replace("_", "-")] = value
    whole["MIME-Version"] = "1.0"
    whole.make_related()
    whole.set_param("type", "text/html")
    part = EmailMessage()
    part.set_content(html, "text", "html", cte="quoted-printable")
    part.set_param("charset", charset)
    part["Content-ID"] = "<frame-1@mhtml.blink>"
    part["Content-Location"] = "https://harbourpost.example/quay?ref=front"
    whole.attach(part)
    picture = EmailMessage()
    picture.set_content(b"GIF89a" + bytes(60), "image", "gif")
    picture["Content-Location"] = "https://harbourpost.example/quay.gif"
    whole.attach(picture)
    return whole.as_bytes(policy=SMTP)


def web_archive(html: bytes, charset: str, form: plistlib.PlistFormat) -> bytes:
    """A page as Safari saves it."""
    main = {
        "WebResourceData": html,
        "WebResourceURL": "https://harbourpost.example/quay",
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": charset,
        "WebResourceFrameName": "",
    }
    picture = {"WebResourceData": bytes(60), "WebResourceURL": "https://harbourpost.example/quay.gif"}
    return plistlib.dumps({"WebMainResource": main, "WebSubresources": [picture]}, fmt=form)


BLINK = {
    "From": "<Saved by Blink>",
    "Snapshot_Content_Location": "https://harbourpost.example/quay",
    "Subject": "Quay stays closed - The Harbour Post",
    "Date": "Tue, 5 Mar 2024 09:22:33 -0000",
}


WITHOUT_PAGE = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
    b"--b\r\nContent-Type: image/gif\r\n\r\nGIF89a\r\n--b--\r\n"
)


def files() -> dict[str, bytes]:
    """Every file by its path in the corpus."""
    titled = page("<title>Quay stays closed - The Harbour Post</title>")
    whole = mhtml(titled.encode(), **BLINK)
    old = titled.replace('<meta charset="utf-8">', "")
    return {
        "mhtml/blink.mhtml": whole,
        "mhtml/truncated.mhtml": whole[: whole.rindex(b"pilots")],
        "mhtml/charset-in-header.mht": mhtml(
            old.encode("cp1252"), "windows-1252", From='"Saved by Explorer"'
        ),
        "mhtml/without-a-page.mhtml": WITHOUT_PAGE,
        "webarchive/binary.webarchive": web_archive(titled.encode(), "UTF-8", plistlib.FMT_BINARY),
        "webarchive/xml.webarchive": web_archive(old.encode("cp1252"), "windows-1252", plistlib.FMT_XML),
        "webarchive/truncated.webarchive": web_archive(titled.encode(), "UTF-8", plistlib.FMT_BINARY)[:700],
        "webarchive/entities.webarchive": b'<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a "aaaa">'
        b'<!ENTITY b "&a;&a;&a;&a;">]><plist version="1.0"><dict><key>WebMainResource</key><dict>'
        b"<key>WebResourceData</key><string>&b;</string></dict></dict></plist>\n",
        "html/wrong-charset.html": page("<title>Quay stays closed</title>", charset="gb2312").encode(),
        "html/windows-1252-called-utf-8.html": page("<title>Quay stays closed</title>").encode("cp1252"),
    }


if __name__ == "__main__":
    for name, content in files().items():
        (HERE / name).write_bytes(content)
