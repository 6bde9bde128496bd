"""Writes the mails of the corpus; run once, after the other two: python tests/corpus/make_eml.py"""

from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

CORPUS = Path(__file__).parent
FOLDER = CORPUS / "eml"
TEXT = (
    "The ferry to Port Ellen will stop at night from the first of May, the harbour board said on Monday.\n\n"
    "“Nobody sails at three in the morning for pleasure,” said Mara Venn, the chair of the board. “We would "
    "rather keep the morning boat.”\n\n"
    "The morning boat will stay, and so will the boat at noon. The board meets again in May.\n"
)


def mail(subject: str, sender: str, *, date: str = "Mon, 18 Mar 2024 23:30:00 -0500") -> EmailMessage:
    """A mail with its headers and nothing in it."""
    message = EmailMessage(policy=SMTP)
    message["Received"] = "from mail.ports.example by mx.post.example; Tue, 19 Mar 2024 04:30:09 +0000"
    message["From"], message["To"] = sender, "News desk <desk@post.example>"
    message["Subject"], message["Date"] = subject, date
    message["Message-ID"] = "<20240318.7@ports.example>"
    return message


def plain() -> EmailMessage:
    message = mail("Night ferry to stop", "Edda Marsh <edda@ports.example>")
    message.set_content(TEXT, charset="utf-8", cte="quoted-printable")
    return message


def page() -> EmailMessage:
    """An HTML mail in Windows-1252 whose plain part is a stub."""
    message = mail(
        "=?utf-8?q?Ferry_=E2=80=9CNight_Heron=E2=80=9D_to_stop?=", "Harbour Ministry <press@ports.example>"
    )
    message.set_content("This mail needs a program that shows HTML.\n")
    body = "".join(f"<p>{part}</p>" for part in TEXT.split("\n\n"))
    html = f"<html><head><title>x</title></head><body>{body}<p>Ilse Okoro, press office</p></body></html>"
    message.add_alternative(html, subtype="html", charset="windows-1252", cte="quoted-printable")
    return message


def attached() -> EmailMessage:
    """A mail with a PDF, a picture and a calendar entry."""
    message = mail("Report on the harbour dues", "Mara Venn <mara@quayside.example>")
    message.set_content(
        "Dear all,\n\nhere is our report. “It took two winters,” said Tomas Reyk when we sent it off.\n"
    )
    report = (CORPUS / "pdf" / "report.pdf").read_bytes()
    message.add_attachment(report, maintype="application", subtype="pdf", filename="../reports/report.pdf")
    message.add_attachment(
        b"\x89PNG\r\n\x1a\n" + bytes(40), maintype="image", subtype="png", filename="quay.png"
    )
    message.add_attachment("BEGIN:VCALENDAR\n", subtype="calendar", filename="meeting.ics")
    return message


def forwarded() -> EmailMessage:
    message = mail(
        "Fwd: Night ferry to stop", "Tomas Reyk <tomas@post.example>", date="Wed, 20 Mar 2024 08:00:00 +0000"
    )
    message.set_content(
        "For tomorrow's page.\n\n---------- Forwarded message ----------\n"
        "From: Edda Marsh <edda@ports.example>\n\n"
        "> The ferry will stop at night.\n> “Nobody sails at three in the morning,” said Mara Venn.\n"
    )
    return message


def enclosed() -> EmailMessage:
    """A mail with a mail in it."""
    message = mail(
        "See the mail inside", "Tomas Reyk <tomas@post.example>", date="Wed, 20 Mar 2024 08:00:00 +0000"
    )
    message.set_content("The board wrote to us on Monday, as you can see below.\n")
    message.add_attachment(plain())
    return message


def nested(depth: int) -> EmailMessage:
    message = plain()
    for _ in range(depth):
        outer = mail("Wrapped", "Tomas Reyk <tomas@post.example>")
        outer.add_attachment(message)
        message = outer
    return message


def broken() -> bytes:
    """Base64 with signs in it that are none, cut off before its end."""
    message = mail("Night ferry to stop", "Edda Marsh <edda@ports.example>")
    message.set_content(TEXT, charset="utf-8", cte="base64")
    head, body = message.as_bytes().split(b"\r\n\r\n", 1)
    return head + b"\r\n\r\n" + body[:148] + b"\r\n!!" + body[148:-13]


def main() -> None:
    """Write every file."""
    FOLDER.mkdir(exist_ok=True)
    box = b"".join(
        b"From desk@post.example Tue Mar 19 04:30:09 2024\n" + m.as_bytes().replace(b"\r\n", b"\n") + b"\n"
        for m in (plain(), forwarded())
    )
    boundary = b"".join((b"===============", b"7=="))
    attachment = attached()
    attachment.set_boundary(boundary.decode())
    files = {
        "plain.eml": plain().as_bytes(),
        "html.eml": page().as_bytes(),
        "attachments.eml": attachment.as_bytes(),
        "forwarded.eml": forwarded().as_bytes(),
        "enclosed.eml": enclosed().as_bytes(),
        "too-deep.eml": nested(4).as_bytes(),
        "broken-base64.eml": broken(),
        "only-a-picture.eml": only_a_picture().as_bytes(),
        "inbox.mbox": box,
    }
    for name, content in files.items():
        (FOLDER / name).write_bytes(content)


def only_a_picture() -> EmailMessage:
    message = mail("The quay", "Edda Marsh <edda@ports.example>")
    message.add_attachment(
        b"\x89PNG\r\n\x1a\n" + bytes(40), maintype="image", subtype="png", filename="quay.png"
    )
    return message


if __name__ == "__main__":
    main()
