"""`--map text=body,published=date`: which column of a table is what."""

from collections.abc import Sequence

from quotes.errors import UsageError


def columns_of(given: Sequence[str] | None) -> dict[str, str]:
    """The columns that `--map` names, by the part of a document that each is: {"text": "body"}.

    Raises UsageError for a part that there is not, one given twice, and a pair without its "=".
    """
    from quotes.sources.tabular.columns import PARTS

    columns: dict[str, str] = {}
    for pair in (pair for option in given or () for pair in option.split(",")):
        part, equals, column = (piece.strip() for piece in pair.partition("="))
        if not equals or not column:
            raise UsageError(
                f"--map {pair.strip() or given}: write it as PART=COLUMN, such as text=body,published=date"
            )
        if part not in PARTS:
            raise UsageError(f"--map {part}={column}: a column can be {', '.join(PARTS)}")
        if part in columns:
            raise UsageError(f"--map {part}: given twice")
        columns[part] = column
    return columns
