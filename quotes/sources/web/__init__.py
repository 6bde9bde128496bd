"""Pages from the web, for one person's library: one GET at a time, and only to public addresses.

    fetching ─► requesting ─► connecting ─► addresses
    patience,   redirects,    resolve,      which may be
    retries     size, status  check, dial   connected to

`pages` makes a `Source` of what came back; a `fetcher` gives each host its pauses. Nothing follows links,
so `robots.txt`, which is for programs that do, is not read: a person named each page. Proxies named in the
environment are not used: behind one, what is connected to could not be checked.
"""
