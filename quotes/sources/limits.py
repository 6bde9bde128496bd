"""What a document may cost: every limit of reading, by name."""

MAX_CHARACTERS = 5_000_000
"""A document over this is a dump of many: it would take hours to parse (about 800,000 words)."""
MAX_BYTES = 4 * MAX_CHARACTERS
"""Of one document. No encoding that is read here takes more than four bytes a character."""
MAX_FILE_BYTES = 200_000_000
"""Of one file, which may hold many documents (a table, an export); each of them is held to `MAX_BYTES`."""
MAX_ROWS = 200_000
"""Of one table: articles of some 600 words, which take days to parse."""
MAX_ARTICLES = 20_000
"""Of one export; databases give out a few hundred at a time."""
MAX_UNCLOSED_CELLS = 20
"""Rows of a table in which a quotation mark opens a cell and none closes it; each has the rest read again."""
MAX_NESTING = 3
"""Files inside files that are opened (an export in a mail in an archive)."""

WEB_CONNECT_SECONDS = 10.0
"""For one connection to a web server."""
WEB_READ_SECONDS = 20.0
"""Of silence of a web server."""
WEB_PAGE_SECONDS = 60.0
"""For one page with its redirects and all attempts, however busily its server drips."""
WEB_ATTEMPTS = 3
"""At a page whose server is out of order or does not answer."""
WEB_BACKOFF_SECONDS = 1.0
"""Before the second attempt; twice that before the third."""
WEB_WAIT_SECONDS = 30.0
"""The longest that a server may tell us to wait (Retry-After)."""
WEB_REDIRECTS = 5
WEB_ADDRESSES_TRIED = 4
"""Of one host with several."""
WEB_PAUSE_SECONDS = 1.0
"""Between two pages of one host."""
MAX_PAGES = 3_000
"""Of one PDF. A parliament's longest bills and reports have two thousand."""
MAX_PDF_OBJECTS = 1_000_000
"""Of one PDF; a page has some ten, a scanned book with its fonts a hundred."""
MAX_PDF_OPERATIONS = 5_000_000
"""Drawing steps on all pages of one PDF, those of text five times, those of forms each time they are drawn:
two thousand full pages of text, some minutes of work."""
MAX_PDF_TEXT_WORK = 5_000_000_000
"""Strings drawn on a page times the characters before them there, over all pages: a full page has 2 million,
one of a newspaper, letter by letter, 800 million."""
MAX_PDF_PAGE_TEXT = 500_000
"""Bytes of the strings that one page shows, of which a font may make 250 characters each; a page of a
newspaper has 60,000."""
MAX_PDF_PARSING = 1_000_000
"""Numbers, names and operators in what draws one page; a detailed map has some 300,000."""
MAX_PDF_STREAM = 30_000_000
"""Bytes of one stream of a PDF when it is decompressed; the drawing of a page takes some 50,000."""
MAX_ZIP_ENTRIES = 5_000
"""Of one Word file; each picture is one."""
MAX_UNZIPPED = 300_000_000
"""Bytes of all parts of one Word file when they are decompressed, pictures too."""
MAX_XML = 60_000_000
"""Bytes of one XML part of a Word file; its text is less than a tenth of it, memory ten times as much."""
MAX_ZIP_RATIO = 200
"""How many times as large a part of more than a megabyte may become; Word's XML becomes ten to thirty."""
MAX_MAILS = 20_000
"""Of one mailbox file."""
MAX_MIME_WORK = 60_000_000
"""Lines of one mail or saved page times the boundaries named in it: some seconds of parsing. A mail with ten
big attachments has 10 million."""
MAX_ATTACHMENTS = 100
"""Of one mail; further ones are left out, with a word."""
