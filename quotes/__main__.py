"""`python -m quotes` is the command."""

from quotes.cli import main

if __name__ == "__main__":
    main()
