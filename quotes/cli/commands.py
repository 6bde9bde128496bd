"""The commands, in the order of the work: the one place that lists them."""

from quotes.cli.loading import Named

COMMANDS = (
    Named(
        "add",
        "quotes.cli.add:add",
        "Put documents into the library: read them, find the statements, keep both.",
    ),
    Named(
        "docs",
        "quotes.cli.docs:docs",
        "List the documents with their quotes and claims, and what is missing.",
        takes="query",
    ),
    Named(
        "runs",
        "quotes.cli.runs:runs",
        "List the runs of quotes add: what was done, what failed, and what was broken off.",
    ),
    Named(
        "search",
        "quotes.cli.search:search",
        "Search what was said, by words and by who, where and when.",
        takes="language",
    ),
    Named(
        "show",
        "quotes.cli.show:show",
        "Show a statement in its context and how each part of it is known; or a document; or a speaker.",
    ),
    Named(
        "original",
        "quotes.cli.original:original",
        "Write the file that a document came from: the very bytes that were added.",
    ),
    Named(
        "export",
        "quotes.cli.export:export",
        "Write the statements that match (all, without a query) as a sheet: CSV, Excel or JSON lines.",
        takes="query",
    ),
    Named(
        "cite",
        "quotes.cli.cite:cite",
        "Cite statements, named by id or found by a query, in a style; what a citation lacks is said.",
        takes="query",
    ),
    Named(
        "verify",
        "quotes.cli.verify:verify",
        "Prove what is kept: hash its bytes, read them again, and compare the text and every statement in "
        "it.",
        takes="query",
    ),
    Named(
        "review",
        "quotes.cli.review.command:review",
        "Accept, correct or reject statements in the terminal, the least sure first. Keys: h shows them.",
        takes="query",
    ),
    Named(
        "accept",
        "quotes.cli.accept:accept",
        "Accept the statements that a query finds, as one decision: parsing again leaves them as they are.",
        takes="query",
    ),
    Named(
        "reject",
        "quotes.cli.reject:reject",
        "Reject the statements that a query finds, as one decision.",
        takes="query",
    ),
    Named(
        "set",
        "quotes.cli.set:set",
        "Correct the statements, or the documents, that a query finds: one decision, kept when parsing "
        "again.",
        takes="query",
    ),
    Named(
        "mark",
        "quotes.cli.mark:mark",
        "Record a statement that the parser missed. The words must stand in the document's text.",
    ),
    Named(
        "tag",
        "quotes.cli.tag:tag",
        "Tag what a query finds: +TAG puts a tag on, -TAG takes it off. A document is named by its id.",
        takes="query",
    ),
    Named(
        "note",
        "quotes.cli.note:note",
        "Put a note on a statement or a document: it stands in every export and in the log.",
    ),
    Named("log", "quotes.cli.log:log", "Show the log of decisions, the newest first."),
    Named(
        "undo",
        "quotes.cli.undo:undo",
        "Take a decision back. An undo is a decision too: undoing it brings back what it took.",
    ),
    Named(
        "config",
        "quotes.cli.config:config",
        "Show the settings, or change one: user.name is who the log says decided.",
    ),
    Named(
        "reparse",
        "quotes.cli.reparse:reparse",
        "Parse documents of the library again: what no person touched is replaced, decisions stay.",
        takes="query",
    ),
    Named(
        "remove",
        "quotes.cli.remove:remove",
        "Take documents out of the library, with their statements; their ids go on answering.",
    ),
    Named(
        "purge",
        "quotes.cli.purge:purge",
        "Take documents, or what somebody says in them, out of the library so that no trace is left of it.",
    ),
    Named(
        "status",
        "quotes.cli.status:status",
        "Say what is in the library, and when it was last backed up.",
    ),
    Named(
        "backup",
        "quotes.cli.backup:backup",
        "Copy the library to a file of its own, checked; it may be in use, and nothing is ever overwritten.",
    ),
    Named(
        "restore",
        "quotes.cli.restore:restore",
        "Put a backup in the library's place. The library as it was is kept beside it.",
    ),
    Named(
        "doctor",
        "quotes.cli.doctor:doctor",
        "Check the library, the models and the machine; exit code 1 where something is wrong.",
    ),
    Named(
        "parse",
        "quotes.cli.parse:parse",
        "Find the statements in files and print them as records; nothing is stored.",
    ),
    Named(
        "eval",
        "quotes.cli.evaluate:evaluate",
        'Score what is found in annotated documents: by kind, before and after finding out who a "he" is.',
    ),
    Named(
        "speakers",
        "quotes.cli.speakers.app:app",
        "List who is quoted; say which names are one speaker, and which are not.",
    ),
    Named(
        "authority",
        "quotes.cli.authority:app",
        "The list of people you care about: names, other names, Wikidata ids, roles, columns of your own.",
    ),
    Named("models", "quotes.cli.models:app", "See, check, choose and train the language models."),
)
