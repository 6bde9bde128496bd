"""Many documents into the library: workers read and parse them, one writer stores them in order.

    jobs ──► workers ─────────► turns ─────► storing ──► the library and its journal of runs
             read and parse,    in the       one transaction
             under limits       order given  a document

A `Job` is what is read as one: its name, the options, and `open`, a function that can be pickled and gives
the `Source`s in it: `partial(opened, path, options)` for a file, and the like for whatever else can be had.
It is called in a worker, since what comes in is hostile and may hang. Where it gives one source, the worker
goes on and reads and parses that; where it gives several, they come back one by one, as there is room for
them, and become jobs of their own, each under its own limits, in its own transaction and with its own line
in the journal. Where it gives none, there was nothing new.

`job_of` makes the job of a path, of bytes, of an opened `Source` or of an error; jobs are taken from an
iterator when there is room for them. A worker answers with one of `Parsed`, `Opened` or `Failed`. Documents
that the library has already (by the SHA-256 of their bytes) are not handed to a worker; the writer looks
again before it stores. What is stored depends on the jobs and their order alone, never on how many workers
there are.
"""
