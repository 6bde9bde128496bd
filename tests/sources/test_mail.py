"""Mails: which part is the text, what the headers say, which attachments become documents."""

import random
from contextlib import suppress
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

from quotes import read
from quotes.document import Document
from quotes.errors import SourceError
from quotes.sources.reading import open_sources
from quotes.sources.source import ReadOptions

CORPUS = Path(__file__).parent.parent / "corpus"
TEXT = "“We sail at noon,” said Mara Venn on the quay of Port Ellen, and so they did.\n"


def mail(text: str = TEXT, **headers: str) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    known = {
        "from": "Edda Marsh <edda@ports.example>",
        "subject": "Boats",
        "date": "Mon, 18 Mar 2024 09:00:00 +0000",
    }
    for name, value in (known | headers).items():
        if value:
            message[name] = value
    message.set_content(text)
    return message


def documents(message: EmailMessage | bytes, name: str = "note.eml") -> list[Document]:
    return read(message if isinstance(message, bytes) else message.as_bytes(), name=name)


def test_the_whole_mail_is_kept_and_its_text_is_read() -> None:
    message = mail().as_bytes()
    (document,) = documents(message)
    assert document.original == message
    assert document.text == TEXT.strip()
    assert document.offsets is None
    assert document.published.value == "2024-03-18"
    assert document.published.candidates[0].evidence == "mail header Date: Mon, 18 Mar 2024 09:00:00 +0000"


@pytest.mark.parametrize(
    ("sender", "author", "publisher"),
    [
        ("Edda Marsh <edda@ports.example>", "Edda Marsh", None),
        ("Ministry of Ports <press@ports.example>", None, "Ministry of Ports"),
        ("edda@ports.example", None, None),
        ("'edda@ports.example' <edda@ports.example>", None, None),
        ("=?utf-8?b?w4lkZGEgTWFyc2g=?= <edda@ports.example>", "Édda Marsh", None),
        ("", None, None),
    ],
)
def test_a_person_is_the_author_and_an_office_the_publisher(
    sender: str, author: str | None, publisher: str | None
) -> None:
    (document,) = documents(mail(**{"from": sender}))
    assert (document.author.value, document.publisher.value) == (author, publisher)


@pytest.mark.parametrize("subject", ["Boats", "RE: Boats", "Aw: Re[2]: Boats", "Fwd: Boats", "FW: FW: Boats"])
def test_the_title_is_the_subject_without_what_programs_put_before_it(subject: str) -> None:
    (document,) = documents(mail(subject=subject))
    assert document.title.value == "Boats"
    assert subject in (document.title.evidence or "")


def test_of_a_forwarded_mail_the_sender_is_not_the_author_nor_the_day_sure() -> None:
    (document,) = documents(mail(subject="Fwd: Boats"))
    assert (document.author.value, document.published.value) == (None, None)
    assert [candidate.value for candidate in document.published.candidates] == ["2024-03-18"]


@pytest.mark.parametrize(
    "date", ["", "yesterday", "Mon, 99 Foo 2024 99:99:99 +0000", "Tue, 18 Mar 2190 09:00:00 +0000"]
)
def test_a_date_that_is_none_is_unknown(date: str) -> None:
    message = mail(date="").as_bytes()
    (document,) = documents(b"Date: " + date.encode() + b"\r\n" + message if date else message)
    assert document.published.value is None


@pytest.mark.parametrize("plain", ["Please open this mail in a program that shows HTML.\n", "\n"])
def test_a_plain_part_that_only_points_to_the_page_gives_way_to_it(plain: str) -> None:
    message = mail(plain)
    story = "".join(
        f"<p>The {boat} boat left the quay of Port Ellen in the rain and came back at noon.</p>"
        for boat in ("first", "second", "third", "fourth", "fifth", "sixth")
    )
    message.add_alternative(f"<html><body>{story}</body></html>", subtype="html")
    (document,) = documents(message)
    assert document.media_type == "text/html"
    assert "third boat" in document.text


def test_a_plain_part_that_says_it_all_is_preferred() -> None:
    message = mail(TEXT * 6)
    message.add_alternative(f"<html><body><p>{TEXT * 6}</p></body></html>", subtype="html")
    (document,) = documents(message)
    assert document.media_type == "text/plain"


def test_attachments_are_documents_of_their_own_with_their_own_bytes() -> None:
    report = (CORPUS / "pdf" / "report.pdf").read_bytes()
    message = mail()
    message.add_attachment(
        report, maintype="application", subtype="octet-stream", filename="a/../../dues.pdf"
    )
    message.add_attachment("A note on the dues, by hand: “too high,” said Reyk.", filename="note.txt")
    message.add_attachment("<svg/>", subtype="svg", filename="quay.svg")
    text, pdf, note = documents(message)
    assert text.warnings == ("1 attachment of this mail cannot be read and is left out",)
    assert (pdf.name, pdf.original) == ("note.eml: dues.pdf", report)
    assert [page.label for page in pdf.pages] == ["1", "2", "3"]
    assert (note.name, note.published.value) == ("note.eml: note.txt", None)


def test_a_picture_of_the_page_itself_is_no_attachment() -> None:
    message = mail()
    message.add_alternative("<html><body><p>x</p><img src='cid:logo'></body></html>", subtype="html")
    page = message.get_payload()[1]  # type: ignore[index]
    assert isinstance(page, EmailMessage)
    page.add_related(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", cid="<logo>")
    (document,) = documents(message)
    assert document.warnings == ()


def test_answers_and_their_marks_stay_in_the_text() -> None:
    (document,) = documents(mail("She wrote:\n\n> We sail at noon.\n> So be it.\n\nNobody answered her.\n"))
    assert "> We sail at noon." in document.text


def test_a_mailbox_is_its_mails() -> None:
    first, second = (
        mail(subject="One").as_bytes(),
        mail("From here it is far.\n\nFrom there too.\n", subject="Two").as_bytes(),
    )
    box = b"".join(b"From edda Mon Mar 18 09:00:00 2024\r\n" + each + b"\r\n" for each in (first, second))
    found = documents(box, "in.mbox")
    assert [(document.name, document.title.value) for document in found] == [
        ("in.mbox: 1.eml", "One"),
        ("in.mbox: 2.eml", "Two"),
    ]
    assert found[0].original.replace(b"\r\n", b"\n") == first.replace(b"\r\n", b"\n")


@pytest.mark.parametrize(
    "text",
    [
        "From: the minister\nSubject: boats\n\nWe sail at noon, she wrote to the board of the harbour.",
        "Q: When?\nA: At noon.\n\nThe boats sailed at noon, the board of the harbour said.",
        "From Port Ellen it is far.\nNobody goes there any more, said the board of the harbour.",
    ],
)
def test_a_text_that_begins_like_a_mail_is_text(text: str) -> None:
    (document,) = documents(text.encode(), "note.txt")
    assert document.offsets is not None


def test_a_mail_saved_with_few_headers_is_told_by_its_name() -> None:
    (document,) = documents(
        b"From: Edda Marsh <e@ports.example>\nSubject: Boats\n\nWe sail at noon, said Venn.\n"
    )
    assert (document.title.value, document.author.value) == ("Boats", "Edda Marsh")


def test_headers_command_no_terminal_and_break_no_line() -> None:
    (document,) = documents(mail(subject="=?utf-8?q?Boats=1B=5B2J=0Aand?= ferries"))
    assert "\x1b" not in (document.title.value or "")
    assert "\n" not in (document.title.value or "")


def test_damaged_mails_are_read_or_refused_and_never_crash() -> None:
    chance = random.Random(5)  # noqa: S311
    whole = [path.read_bytes() for path in sorted((CORPUS / "eml").glob("*.eml"))]
    for _ in range(150):
        content = bytearray(chance.choice(whole))
        for _ in range(chance.choice((1, 10, 60))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        with suppress(SourceError):
            documents(bytes(content))


HEAD = b"From: a@b.example\nMIME-Version: 1.0\nMessage-ID: <a>\n"


def test_one_mail_of_a_mailbox_that_cannot_be_read_costs_itself_alone() -> None:
    box = b"".join(
        b"From edda\n" + HEAD + rest
        for rest in (
            b"\nThe first mail is about boats.\n\n",
            b"Content-Type: image/png\n\nxx\n\n",
            b"\nThe third mail is about dues.\n",
        )
    )
    first, second, third = open_sources(box, ReadOptions(), name="in.mbox")
    assert (first.problem, third.problem) == (None, None)
    assert second.problem == "in.mbox: 2.eml: this mail has no text and no attachment that can be read"


def test_a_text_part_without_headers_is_the_text() -> None:
    body = b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\n" + TEXT.encode() + b"\n--x--\n"
    (document,) = documents(HEAD + body)
    assert document.text == TEXT.strip()


def test_a_mail_that_only_carries_a_file_is_that_file() -> None:
    message = mail("\n")
    message.add_attachment(TEXT, filename="statement.txt")
    assert [(document.name, document.text) for document in documents(message)] == [
        ("note.eml: statement.txt", TEXT.strip())
    ]


@pytest.mark.parametrize(
    "rest",
    [
        b"Content-Type: text/plain; " + b"(" * 30_000 + b"\n\nWe sail.\n",
        b"Content-Disposition: " + b"(" * 30_000 + b"\n\nWe sail.\n",
        b"Content-Type: multipart/mixed; boundary=b0\n\n"
        + b"".join(
            b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (n, n + 1) for n in range(3_000)
        ),
        b"\n" + b"boundary=x\n" * 10_000,
    ],
    ids=["type", "disposition", "nested", "boundaries"],
)
def test_a_mail_that_is_a_trap_is_one_clear_line(rest: bytes) -> None:
    with pytest.raises(SourceError, match=r"^note\.eml: [^\n]+; save its text to a \.txt file$"):
        documents(HEAD + rest)


def test_tens_of_thousands_of_parts_are_counted() -> None:
    parts = b"--x\nContent-Type: image/png\n\n\n" * 4_000
    type_ = b"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\n"
    (document,) = documents(HEAD + type_ + TEXT.encode() + parts + b"--x--\n")
    assert document.warnings == ("4,000 attachments of this mail cannot be read and are left out",)
